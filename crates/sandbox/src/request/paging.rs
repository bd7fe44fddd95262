//! Cutting a list into pages (RULES §1).

use api_types::Page;

use super::Json;

/// Most entries on a page of live data.
pub(crate) const LIVE: u32 = 100;
/// Most entries on a page of static data.
pub(crate) const STATIC: u32 = 10_000;

/// Which page of a list, both from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Paging {
    pub(crate) page: u32,
    pub(crate) size: u32,
}

/// The page wanted of a list, with its entries as the wire has them. Past the end it is empty; an empty list has one
/// page, so that nobody divides by nothing.
pub(crate) fn page<T, U>(
    list: impl Iterator<Item = T>,
    paging: Paging,
    wire: impl Fn(T) -> U,
) -> Json<Page<U>> {
    let first = u64::from(paging.page - 1) * u64::from(paging.size);
    let (mut total, mut data) = (0_u32, Vec::new());
    for entry in list {
        if (first..first + u64::from(paging.size)).contains(&u64::from(total)) {
            data.push(wire(entry));
        }
        total += 1;
    }
    let pages = total.div_ceil(paging.size).max(1);
    Json(Page { data, total, page: paging.page, size: paging.size, pages })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(entries: u32, (wanted, size): (u32, u32), data: &[u32], pages: u32) {
        let Json(page) = page(1..=entries, Paging { page: wanted, size }, |entry| entry);
        assert_eq!((page.data.as_slice(), page.total, page.pages), (data, entries, pages));
    }

    #[test]
    fn the_last_page_holds_the_rest() {
        check(5, (1, 2), &[1, 2], 3);
        check(5, (3, 2), &[5], 3);
        check(4, (2, 2), &[3, 4], 2);
    }

    #[test]
    fn past_the_end_there_is_an_empty_page() {
        check(5, (4, 2), &[], 3);
        check(5, (u32::MAX, 10_000), &[], 1);
    }

    #[test]
    fn an_empty_list_has_one_page() {
        check(0, (1, 50), &[], 1);
    }
}
