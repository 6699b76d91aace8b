//! All totals one day can have and the least cost of each, as far as they may belong to a week that
//! costs no more than a limit. What the prices rule out is never looked at.

use super::effort::{Effort, Exhausted};
use super::machine::Machine;
use super::mix::Known;
use super::path::price;
use super::rows::{Limits, Row, cheapest};
use super::work::{PerWork, Work};

/// The totals of a day.
pub(super) struct Table {
    layers: Vec<Vec<Entry>>,
    /// By slack, least first.
    pub(super) rows: Vec<Row>,
}

/// The cheapest ways to one state with some totals.
#[derive(Clone, Copy)]
struct Entry {
    node: u32,
    slots: PerWork<u16>,
    cost: i64,
    ways: u64,
    from: u32,
    held: Option<Work>,
}

impl Table {
    pub(super) fn new(
        machine: &Machine,
        limits: &Limits<'_>,
        effort: &mut Effort,
    ) -> Result<Table, Exhausted> {
        let mut layers = vec![vec![Entry {
            node: 0,
            slots: [0; 3],
            cost: 0,
            ways: 1,
            from: 0,
            held: None,
        }]];
        for slot in 0..machine.layers().len() {
            let next = next(machine, slot, &layers[slot], limits, effort)?;
            layers.push(next);
        }
        let rows = rows(machine, &layers[layers.len() - 1], limits);
        Ok(Table { layers, rows })
    }

    /// A plan of the day that is as good as a row.
    pub(super) fn plan(&self, row: &Row) -> Vec<Option<Work>> {
        let mut at = row.plan;
        let slots = self.layers.iter().skip(1).rev();
        let mut held: Vec<_> = slots
            .map(|layer| {
                let entry = layer[at as usize];
                at = entry.from;
                entry.held
            })
            .collect();
        held.reverse();
        held
    }
}

fn next(
    machine: &Machine,
    slot: usize,
    entries: &[Entry],
    limits: &Limits<'_>,
    effort: &mut Effort,
) -> Result<Vec<Entry>, Exhausted> {
    let mut next: Vec<Entry> = Vec::with_capacity(entries.len());
    let mut known = Known::default();
    let (prices, Some(least)) = (limits.rest.prices(), limits.rest.least()) else {
        return Ok(next);
    };
    for (from, entry) in (0u32..).zip(entries) {
        let node = &machine.layers()[slot][entry.node as usize];
        effort.spend(node.arcs.len() as u64)?;
        let earned: i64 = (0..3)
            .map(|work| i64::from(entry.slots[work]) * prices[work])
            .sum();
        for arc in &node.arcs {
            let Some(rest) = limits.rest.from(slot + 1, arc.to) else {
                continue;
            };
            let cost = entry.cost + arc.cost;
            if limits.slack < cost + earned + price(prices, arc.held) + rest - least {
                continue;
            }
            let mut slots = entry.slots;
            if let Some(work) = arc.held {
                slots[work.index()] += 1;
            }
            let found = Entry {
                node: arc.to,
                slots,
                cost,
                ways: entry.ways,
                from,
                held: arc.held,
            };
            let at = *known.entry(found.key()).or_insert(next.len() as u32);
            match next.get_mut(at as usize) {
                None => next.push(found),
                Some(known) => known.merge(found),
            }
        }
    }
    Ok(next)
}

fn rows(machine: &Machine, entries: &[Entry], limits: &Limits<'_>) -> Vec<Row> {
    let whole = (0u32..).zip(entries).filter_map(|(plan, entry)| {
        let cost = entry.cost + machine.ends()[entry.node as usize]?;
        let slots = entry.slots.map(u32::from);
        limits.row(slots, cost, entry.ways, plan)
    });
    cheapest(whole)
}

impl Entry {
    fn key(&self) -> u64 {
        let [technical, management, growth] = self.slots.map(u64::from);
        u64::from(self.node) << 30 | technical << 20 | management << 10 | growth
    }

    fn merge(&mut self, other: Entry) {
        if other.cost < self.cost {
            *self = other;
        } else if other.cost == self.cost {
            self.ways = self.ways.saturating_add(other.ways);
        }
    }
}
