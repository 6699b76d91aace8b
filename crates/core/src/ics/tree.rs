//! Components inside components, built from lines that may be broken. A bad line or a missing END
//! costs a problem, never a component. It does not know what the components mean.

use super::bytes::Text;
use super::line::{Headers, Line};
use super::problem::{Problems, quoted};

const MOST_COMPONENTS: usize = 200_000;
const DEEPEST: usize = 8;
const MOST_PROPERTIES: usize = 500;
/// An ATTACH that carries the file itself is dropped above this size, in bytes.
const LARGEST_ATTACHMENT: usize = 64 * 1024;

/// A component with its properties and the components inside it.
pub(super) struct Component<'a> {
    /// In upper case.
    pub(super) name: String,
    /// Line of BEGIN.
    pub(super) number: u32,
    pub(super) lines: Vec<Line<'a>>,
    pub(super) children: Vec<Component<'a>>,
    first: usize,
    last: usize,
    /// Whether it stands in the file just as it should.
    regular: bool,
    latin: bool,
    properties: usize,
}

impl<'a> Component<'a> {
    /// The first property with a name.
    pub(super) fn line(&self, name: &str) -> Option<&Line<'a>> {
        self.lines.iter().find(|line| line.header.name == name)
    }
}

/// The components of a file.
pub(super) struct Tree<'a> {
    text: &'a Text,
    pub(super) roots: Vec<Component<'a>>,
    /// Lines that were left out, by index, in order.
    dropped: Vec<u32>,
}

impl<'a> Tree<'a> {
    pub(super) fn new(text: &'a Text, problems: &mut Problems) -> Tree<'a> {
        let mut builder = Builder {
            text,
            headers: Headers::default(),
            problems,
            open: Vec::new(),
            roots: Vec::new(),
            dropped: Vec::new(),
            components: 0,
            too_deep: 0,
            strays: 0,
        };
        let lines = text.lines().len();
        match (0..lines).find(|index| builder.take(*index).is_break()) {
            Some(stopped) => builder.close_from(0, stopped.saturating_sub(1), false),
            None => builder.finish(),
        }
        Tree {
            text,
            roots: builder.roots,
            dropped: builder.dropped,
        }
    }

    /// A component word for word, lines joined by `\n`, without what was left out and with every
    /// missing END.
    pub(super) fn raw(&self, component: &Component<'_>) -> String {
        if component.regular {
            return self
                .text
                .lines_between(component.first, component.last)
                .to_string();
        }
        let mut out = String::new();
        let mut open: Vec<String> = Vec::new();
        for index in component.first..=component.last {
            if self.dropped.binary_search(&(index as u32)).is_ok() {
                continue;
            }
            let line = self.text.line(index);
            if let Some(name) = named(line, "BEGIN:") {
                open.push(name);
            } else if let Some(name) = named(line, "END:") {
                while let Some(top) = open.pop_if(|top| *top != name) {
                    out.push_str(&format!("END:{top}\n"));
                }
                open.pop();
            }
            out.push_str(line);
            out.push('\n');
        }
        while let Some(top) = open.pop() {
            out.push_str(&format!("END:{top}\n"));
        }
        out.pop();
        out
    }
}

struct Builder<'a, 'p> {
    text: &'a Text,
    headers: Headers<'a>,
    problems: &'p mut Problems,
    open: Vec<Component<'a>>,
    roots: Vec<Component<'a>>,
    dropped: Vec<u32>,
    components: usize,
    /// How many components are open below the deepest that is read.
    too_deep: usize,
    strays: usize,
}

type Flow = std::ops::ControlFlow<()>;

impl<'a> Builder<'a, '_> {
    fn take(&mut self, index: usize) -> Flow {
        let line = self.text.line(index);
        if let Some(name) = named(line, "BEGIN:") {
            return self.begin(index, name);
        }
        if let Some(name) = named(line, "END:") {
            self.end(index, &name);
        } else if 0 < self.too_deep {
            self.drop_line(index);
        } else {
            self.property(index, line);
        }
        Flow::Continue(())
    }

    fn begin(&mut self, index: usize, name: String) -> Flow {
        let number = self.text.lines()[index].number;
        self.components += 1;
        if MOST_COMPONENTS < self.components {
            self.problems.add(
                number,
                "The calendar has more than 200,000 parts; the rest was left out.",
            );
            return Flow::Break(());
        }
        if 0 < self.too_deep {
            self.too_deep += 1;
            self.drop_line(index);
            return Flow::Continue(());
        }
        if name == "VEVENT" || name == "VCALENDAR" {
            // Neither can stand inside one of these: it was never closed.
            let outer = |open: &Component<'_>| {
                let inner = [
                    "VEVENT",
                    "VTODO",
                    "VJOURNAL",
                    "VFREEBUSY",
                    "VTIMEZONE",
                    "VALARM",
                ];
                inner.contains(&open.name.as_str())
            };
            if let Some(at) = self.open.iter().position(outer) {
                let what = format!(
                    "{} that starts here has no end; it was closed before the next part.",
                    quoted(&self.open[at].name)
                );
                self.problems.add(self.open[at].number, what);
                self.close_from(at, index - 1, false);
            }
        }
        if DEEPEST <= self.open.len() {
            let what = "Parts inside parts go deeper than eight levels; the deeper were left out.";
            self.problems.add(number, what);
            self.too_deep = 1;
            self.drop_line(index);
            return Flow::Continue(());
        }
        self.open.push(Component {
            name,
            number,
            lines: Vec::new(),
            children: Vec::new(),
            first: index,
            last: index,
            regular: true,
            latin: false,
            properties: 0,
        });
        Flow::Continue(())
    }

    fn end(&mut self, index: usize, name: &str) {
        if 0 < self.too_deep {
            self.too_deep -= 1;
            self.drop_line(index);
            return;
        }
        match self.open.iter().rposition(|open| open.name == name) {
            Some(at) => {
                if at + 1 < self.open.len() {
                    let open = &self.open[at + 1];
                    let what = format!("{} that starts here has no end.", quoted(&open.name));
                    self.problems.add(open.number, what);
                    self.close_from(at + 1, index - 1, false);
                    self.open[at].regular = false;
                }
                self.close_from(at, index, true);
            }
            None => {
                let number = self.text.lines()[index].number;
                let what = format!("{} ends here but never started.", quoted(name));
                self.problems.add(number, what);
                self.drop_line(index);
            }
        }
    }

    fn property(&mut self, index: usize, line: &'a str) {
        let place = self.text.lines()[index];
        let Some(top) = self.open.last_mut() else {
            self.strays += 1;
            if self.strays == 1 {
                let what = "Lines outside the calendar were left out.";
                self.problems.add(place.number, what);
            }
            return;
        };
        if place.latin && !top.latin {
            top.latin = true;
            let what = "The text is not in UTF-8; it was read as Latin-1.";
            self.problems.add(place.number, what);
        }
        top.properties += 1;
        if MOST_PROPERTIES < top.properties {
            if top.properties == MOST_PROPERTIES + 1 {
                let what = format!(
                    "{} has more than 500 properties; the rest was left out.",
                    quoted(&top.name)
                );
                self.problems.add(place.number, what);
            }
            self.drop_line(index);
            return;
        }
        if LARGEST_ATTACHMENT < line.len() && starts_with(line, "ATTACH") {
            let what = "An attached file over 64 kB was left out.";
            self.problems.add(place.number, what);
            self.drop_line(index);
            return;
        }
        // The rest is kept word for word and never looked at.
        if !matches!(
            top.name.as_str(),
            "VEVENT" | "VCALENDAR" | "VTIMEZONE" | "STANDARD" | "DAYLIGHT"
        ) {
            return;
        }
        match self.headers.line(place.number, line) {
            Some(line) => top.lines.push(line),
            None => {
                let what = format!(
                    "The line {} has no name and value and was left out.",
                    quoted(line)
                );
                self.problems.add(place.number, what);
                self.drop_line(index);
            }
        }
    }

    /// Closes the open components from `at` on, the innermost first.
    fn close_from(&mut self, at: usize, last: usize, regular: bool) {
        while at < self.open.len() {
            let Some(mut component) = self.open.pop() else {
                return;
            };
            component.last = last;
            component.regular &= regular;
            match self.open.last_mut() {
                Some(parent) => {
                    parent.regular &= component.regular;
                    parent.children.push(component);
                }
                None => self.roots.push(component),
            }
        }
    }

    fn drop_line(&mut self, index: usize) {
        self.dropped.push(index as u32);
        for open in &mut self.open {
            open.regular = false;
        }
    }

    fn finish(&mut self) {
        if let Some(innermost) = self.open.last() {
            let what = format!(
                "The file ends before {} does; what was there was kept.",
                quoted(&innermost.name)
            );
            self.problems.add(innermost.number, what);
        }
        let last = self.text.lines().len().saturating_sub(1);
        self.close_from(0, last, false);
    }
}

/// The component name on a BEGIN or END line, in upper case.
fn named(line: &str, keyword: &str) -> Option<String> {
    starts_with(line, keyword).then(|| line[keyword.len()..].trim().to_ascii_uppercase())
}

fn starts_with(line: &str, keyword: &str) -> bool {
    line.as_bytes()
        .get(..keyword.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(keyword.as_bytes()))
}
