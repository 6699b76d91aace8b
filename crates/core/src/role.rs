//! Roles that suggest a mix. The numbers are a convention to start from, not a finding: the person
//! sets the target.

use crate::target::{Target, TargetId};
use chrono::NaiveDate;

/// A role with the mix it suggests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Role {
    /// The name it is stored under.
    pub name: &'static str,
    /// What it is called on screen.
    pub label: &'static str,
    /// Who that is, in a few words.
    pub about: &'static str,
    /// Whole percent of work time.
    pub technical: u8,
    /// Whole percent of work time.
    pub management: u8,
    /// Whole percent of work time.
    pub growth: u8,
}

/// The roles on offer, in the order they are shown.
pub const ROLES: [Role; 4] = [
    Role {
        name: "tech_lead",
        label: "Tech lead",
        about: "Builds most of the week and keeps a team pointed the same way.",
        technical: 60,
        management: 30,
        growth: 10,
    },
    Role {
        name: "player_coach",
        label: "Player-coach",
        about: "Leads three to five people and still ships.",
        technical: 40,
        management: 50,
        growth: 10,
    },
    Role {
        name: "manager_who_codes",
        label: "Manager who still codes",
        about: "Leads a team first and keeps a hand in the code.",
        technical: 20,
        management: 70,
        growth: 10,
    },
    Role {
        name: "staff_engineer",
        label: "Staff engineer leading",
        about: "Leads through the work itself, across teams.",
        technical: 50,
        management: 35,
        growth: 15,
    },
];

/// The role of a name.
pub fn role(name: &str) -> Option<&'static Role> {
    ROLES.iter().find(|role| role.name == name)
}

impl Role {
    /// The target it suggests, from a day on or since ever.
    pub fn target(&self, id: TargetId, from: Option<NaiveDate>, week_minutes: u32) -> Target {
        let shares = [self.technical, self.management, self.growth];
        Target::plain(id, from, shares, week_minutes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_suggests_a_mix_that_may_be_set() {
        for role in ROLES {
            let target = role.target(TargetId(0), None, 40 * 60);
            assert_eq!(target.check(), Ok(()), "{}", role.name);
            assert_eq!(super::role(role.name), Some(&role));
        }
        assert_eq!(super::role("juggler"), None);
    }
}
