//! The desktop's own dialog for printing, with the paper lying on its side. What is printed is up to
//! the page and its style for print.

use evenkeel_app::messages::{Fault, FaultCode};
use tauri::WebviewWindow;

/// Opens the dialog over the window. It answers to nobody: what becomes of it, the desktop tells.
pub(crate) fn print(window: &WebviewWindow) -> Result<(), Fault> {
    opened(window).map_err(|error| {
        log::warn!("the dialog for printing did not open: {error}");
        Fault {
            code: FaultCode::Refused,
            message: "The dialog for printing did not open.".into(),
            hint: "Look whether printing is set up on this computer, and try again.".into(),
            field: None,
        }
    })
}

#[cfg(target_os = "linux")]
fn opened(window: &WebviewWindow) -> tauri::Result<()> {
    use gtk::prelude::{Cast, WidgetExt};
    use webkit2gtk::{PrintOperation, PrintOperationExt};

    window.with_webview(move |webview| {
        let paper = gtk::PageSetup::new();
        paper.set_orientation(gtk::PageOrientation::Landscape);
        for set in [
            gtk::PageSetup::set_top_margin,
            gtk::PageSetup::set_bottom_margin,
            gtk::PageSetup::set_left_margin,
            gtk::PageSetup::set_right_margin,
        ] {
            set(&paper, MARGIN_MM, gtk::Unit::Mm);
        }
        let page = webview.inner();
        let over = page
            .toplevel()
            .and_then(|top| top.downcast::<gtk::Window>().ok());
        let operation = PrintOperation::new(&page);
        operation.set_page_setup(&paper);
        operation.run_dialog(over.as_ref());
    })
}

/// The edge that printers leave white, and a little more.
#[cfg(target_os = "linux")]
const MARGIN_MM: f64 = 10.0;

#[cfg(not(target_os = "linux"))]
fn opened(window: &WebviewWindow) -> tauri::Result<()> {
    window.print()
}
