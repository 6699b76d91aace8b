//! One day as an automaton: layers of states, one layer more than there are slots, with an arc for
//! everything the next slot may hold. Every plan of the day is one way through it, and only plans
//! that keep the day's rules have one.
//!
//! ```text
//! slot        0        1        2
//! layer  o ----> o ----> o ----> o  end
//!          \---> o ----> o --/
//!           idle, T, M or G
//! ```

use super::state::State;
use super::terms::Terms;
use super::week::Week;
use super::work::Work;
use std::collections::HashMap;

/// The automaton of one day.
#[derive(PartialEq)]
pub(super) struct Machine {
    layers: Vec<Vec<Node>>,
    ends: Vec<Option<i64>>,
}

/// What may come next in one state.
#[derive(Default, PartialEq)]
pub(super) struct Node {
    pub(super) arcs: Vec<Arc>,
}

/// One more slot.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Arc {
    /// What it holds.
    pub(super) held: Option<Work>,
    /// The node of the next layer.
    pub(super) to: u32,
    /// What it costs, in thousandths.
    pub(super) cost: i64,
}

impl Machine {
    pub(super) fn new(week: &Week, day: usize) -> Machine {
        let terms = Terms::new(week, day);
        let mut states = vec![State::first(&terms)];
        let mut layers = Vec::with_capacity(terms.slots());
        for slot in 0..terms.slots() {
            let (nodes, next) = layer(&terms, slot, &states);
            layers.push(nodes);
            states = next;
        }
        let ends = states.into_iter().map(|state| state.end(&terms)).collect();
        Machine { layers, ends }
    }

    /// The states before each slot.
    pub(super) fn layers(&self) -> &[Vec<Node>] {
        &self.layers
    }

    /// What each state after the last slot costs; `None`: the day may not end like this.
    pub(super) fn ends(&self) -> &[Option<i64>] {
        &self.ends
    }

    /// How many arcs there are: how long reckoning the day once takes.
    pub(super) fn arcs(&self) -> u64 {
        let nodes = self.layers.iter().flatten();
        nodes.map(|node| node.arcs.len() as u64).sum()
    }

    /// What a day costs that holds this, totals aside; `None`: it breaks a rule.
    pub(super) fn cost(&self, held: &[Option<Work>]) -> Option<i64> {
        let (mut node, mut cost) = (0, 0);
        for (layer, held) in self.layers.iter().zip(held) {
            let mut arcs = layer.get(node)?.arcs.iter();
            let arc = arcs.find(|arc| arc.held == *held)?;
            node = arc.to as usize;
            cost += arc.cost;
        }
        Some(cost + (*self.ends.get(node)?)?)
    }
}

fn layer(terms: &Terms<'_>, slot: usize, states: &[State]) -> (Vec<Node>, Vec<State>) {
    let mut next = Vec::new();
    let mut known: HashMap<State, u32> = HashMap::new();
    let mut node = |state: &State| {
        let mut arcs = Vec::new();
        for held in terms.choices(slot) {
            if let Some((state, cost)) = state.after(terms, slot, *held) {
                let to = *known.entry(state).or_insert_with(|| {
                    next.push(state);
                    next.len() as u32 - 1
                });
                let held = *held;
                arcs.push(Arc { held, to, cost });
            }
        }
        Node { arcs }
    };
    let nodes = states.iter().map(&mut node).collect();
    (nodes, next)
}
