// How many sheets are open: what stands in the corner keeps clear of them.

class Sheets {
  open = $state(0);
}

export const sheets = new Sheets();
