//! One occurrence on top of another of its series: refused, since one would hide the other.

use crate::block::Block;
use crate::edit::{Edit, Plan, Refusal};

/// An edit of single occurrences, unless one would come to stand exactly where another one of its
/// series does.
pub fn apart(plan: &Plan, edit: Edit) -> Result<Edit, Refusal> {
    let put = &edit.put;
    let place = |block: &Block| (block.start, block.zone.clone());
    for block in put.iter().filter(|block| block.instance.is_some()) {
        let came = plan
            .block(block.handle())
            .is_ok_and(|before| place(before) != place(block));
        let series = |other: &Block| other.instance.map(|instance| instance.series);
        let on = |other: &Block| {
            series(other) == series(block)
                && other.handle() != block.handle()
                && place(other) == place(block)
        };
        let stays = |other: &&Block| {
            let handle = other.handle();
            !edit.removed.contains(&handle) && put.iter().all(|put| put.handle() != handle)
        };
        let mut others = plan.blocks.iter().filter(stays).chain(put);
        if came && others.any(on) {
            return Err(Refusal::OnSibling {
                title: block.title.clone(),
                day: block.start.date(),
            });
        }
    }
    Ok(edit)
}
