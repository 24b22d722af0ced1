/// How a statement looks: on the screen as on the paper it is made for.
enum StatementStyle {
    static let css = """
        @page { size: A4; margin: 18mm 16mm; }
        body { margin: 0; font: 11pt/1.45 system-ui, sans-serif; color: #1d2430; background: #ffffff; }
        main { max-width: 44rem; margin: 0 auto; padding: 1rem; }
        h1 { font-size: 1.5rem; margin: 0 0 1rem; }
        .heading { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; margin: 0 0 1.5rem; }
        .heading dt { color: #4a5462; }
        .heading dd { margin: 0; overflow-wrap: anywhere; }
        table { border-collapse: collapse; width: 100%; margin: 0 0 1.5rem; }
        caption { text-align: left; font-weight: 600; padding: .3rem 0; }
        th, td { padding: .3rem .5rem; text-align: left; vertical-align: top; border-bottom: 1px solid #d5dae2; }
        .sums { width: auto; min-width: 60%; }
        .sums th { font-weight: 400; }
        .sums .total th, .sums .total td { font-weight: 600; }
        .sums td, .entries td:nth-last-child(-n+2), .entries th:nth-last-child(-n+2) {
          text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
        .entries td:nth-child(3) { overflow-wrap: anywhere; }
        .entries td:first-child { white-space: nowrap; }
        .wide { overflow-x: auto; margin: 0 0 1.5rem; }
        .wide table { margin: 0; }
        .wide:focus-visible { outline: 3px solid #0f5e56; outline-offset: 2px; }
        @media (max-width: 30rem) { .wide th, .wide td { padding: .3rem .25rem; font-size: .9rem; } }
        small, .proof { color: #4a5462; }
        .proof code { overflow-wrap: anywhere; }
        thead { display: table-header-group; }
        tr { break-inside: avoid; }
        @media print { main { max-width: none; padding: 0; } .wide { overflow: visible; } }

        """
}
