//! The vocabularies that live data shares with the static data: layers and contents of the world, slots of a character.

use crate::open_enum::open_enum;

open_enum! {
    /// A layer of the world (RULES §5).
    MapLayer {
        Interior = "interior",
        Overworld = "overworld",
        Underground = "underground",
    }
}

open_enum! {
    /// What stands on a tile (RULES §5).
    MapContentType {
        Monster = "monster",
        Resource = "resource",
        Workshop = "workshop",
        Bank = "bank",
        GrandExchange = "grand_exchange",
        TasksMaster = "tasks_master",
        Npc = "npc",
        Raid = "raid",
    }
}

open_enum! {
    /// An equipment slot (RULES §8), as requests name it. In a character the same slot is a field with `_slot` behind.
    ItemSlot {
        Weapon = "weapon",
        Shield = "shield",
        Helmet = "helmet",
        BodyArmor = "body_armor",
        LegArmor = "leg_armor",
        Boots = "boots",
        Ring1 = "ring1",
        Ring2 = "ring2",
        Amulet = "amulet",
        Artifact1 = "artifact1",
        Artifact2 = "artifact2",
        Artifact3 = "artifact3",
        Utility1 = "utility1",
        Utility2 = "utility2",
        Bag = "bag",
        Rune = "rune",
    }
}
