//! The cheapest way through a day when every slot of work also costs a price, and how much cheaper
//! than that the rest of a day can never be. Totals play no part: the price stands for them.

use super::machine::Machine;
use super::work::{PerWork, Work};

/// For every state of a day the least cost from there to the day's end, prices included; `None`:
/// the day cannot end from there.
pub(super) struct Rest {
    layers: Vec<Vec<Option<i64>>>,
    prices: PerWork<i64>,
}

/// One day's plan, what it costs without prices, and its totals.
pub(super) struct Path {
    pub(super) held: Vec<Option<Work>>,
    pub(super) cost: i64,
    pub(super) slots: PerWork<u32>,
}

/// What a slot adds to the price.
pub(super) fn price(prices: PerWork<i64>, held: Option<Work>) -> i64 {
    held.map_or(0, |work| prices[work.index()])
}

impl Rest {
    pub(super) fn new(machine: &Machine, prices: PerWork<i64>) -> Rest {
        let mut layers = vec![machine.ends().to_vec()];
        for nodes in machine.layers().iter().rev() {
            let after = &layers[layers.len() - 1];
            let rest = nodes.iter().map(|node| {
                let ways = node.arcs.iter().filter_map(|arc| {
                    Some(arc.cost + price(prices, arc.held) + after[arc.to as usize]?)
                });
                ways.min()
            });
            let rest = rest.collect();
            layers.push(rest);
        }
        layers.reverse();
        Rest { layers, prices }
    }

    /// From a node in front of a slot, or after the last.
    pub(super) fn from(&self, slot: usize, node: u32) -> Option<i64> {
        self.layers[slot][node as usize]
    }

    /// The least cost of the day, prices included.
    pub(super) fn least(&self) -> Option<i64> {
        self.from(0, 0)
    }

    /// The prices it was reckoned with.
    pub(super) fn prices(&self) -> PerWork<i64> {
        self.prices
    }

    /// A way that has the least cost.
    pub(super) fn path(&self, machine: &Machine) -> Option<Path> {
        let mut path = Path {
            held: Vec::with_capacity(machine.layers().len()),
            cost: 0,
            slots: [0; 3],
        };
        let mut node = 0;
        for (slot, nodes) in machine.layers().iter().enumerate() {
            let arc = nodes[node as usize]
                .arcs
                .iter()
                .filter_map(|arc| {
                    let rest = self.from(slot + 1, arc.to)?;
                    Some((arc.cost + price(self.prices, arc.held) + rest, arc))
                })
                .min_by_key(|(cost, _)| *cost)?
                .1;
            path.held.push(arc.held);
            path.cost += arc.cost;
            if let Some(work) = arc.held {
                path.slots[work.index()] += 1;
            }
            node = arc.to;
        }
        path.cost += machine.ends()[node as usize]?;
        Some(path)
    }
}
