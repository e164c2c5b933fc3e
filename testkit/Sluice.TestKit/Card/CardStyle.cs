namespace Sluice.TestKit;

/// <summary>The look of the card's page: light and dark, on paper, from 320 pixels on; no script, no font or image from elsewhere.</summary>
internal static class CardStyle
{
    // Every text colour has a contrast of at least 4.5 to 1 with every background that it may stand on.
    public const string Css = """

        :root {
          color-scheme: light dark;
          --page: #f6f8fa; --sheet: #ffffff; --inset: #f3f5f7; --line: #d0d7de;
          --text: #1b1f24; --muted: #515a64; --link: #0a4fa8;
          --proven: #0f5c2e; --broken: #a30f24; --unproven: #734700; --exempt: #515a64;
          --broken-wash: #fff0f0; --unproven-wash: #fff7e0;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --page: #0b0f14; --sheet: #12181f; --inset: #1a222b; --line: #36414d;
            --text: #e8edf2; --muted: #aab4bf; --link: #86b8ff;
            --proven: #63d98a; --broken: #ff9a95; --unproven: #ecc063; --exempt: #aab4bf;
            --broken-wash: #2b1518; --unproven-wash: #2a2210;
          }
        }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Liberation Sans", sans-serif; overflow-wrap: anywhere; }
        main { max-width: 62rem; margin: 2rem auto; padding: 2.5rem 3rem; background: var(--sheet); border: 1px solid var(--line); border-radius: .5rem; }
        h1 { margin: 0; font-size: 1.9rem; line-height: 1.2; letter-spacing: -.01em; }
        h2 { margin: 2.5rem 0 .75rem; font-size: 1.25rem; line-height: 1.3; }
        p { margin: .5rem 0; }
        a { color: var(--link); }
        a:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
        .eyebrow { margin: 0 0 .25rem; color: var(--muted); font-size: .9rem; }
        .muted { color: var(--muted); }
        .facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr)); gap: .75rem 1.5rem; margin: 1.5rem 0; }
        .facts dt { color: var(--muted); font-size: .85rem; }
        .facts dd { margin: 0; font-weight: 600; }
        .judgement { display: flex; gap: .9rem; align-items: flex-start; margin: 1.5rem 0; padding: 1rem 1.2rem; border: 2px solid currentColor; border-radius: .5rem; }
        .judgement p { margin: 0; color: var(--text); }
        .judgement strong { display: block; font-size: 1.15rem; }
        .judgement svg { width: 1.7rem; height: 1.7rem; }
        .counts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(9rem, 100%), 1fr)); gap: .75rem; margin: 1rem 0; padding: 0; list-style: none; }
        .counts li { padding: .75rem 1rem; border: 1px solid var(--line); border-radius: .5rem; }
        .counts b { display: block; font-size: 1.6rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
        .marks { position: absolute; width: 0; height: 0; }
        svg { width: 1.05em; height: 1.05em; flex: none; vertical-align: -.16em; }
        .v { font-weight: 600; overflow-wrap: normal; }
        .proven { color: var(--proven); }
        .broken { color: var(--broken); }
        .unproven { color: var(--unproven); }
        .fault { color: var(--unproven); }
        .exempt { color: var(--exempt); }
        .weakness { margin: 1rem 0; padding: 1rem 1.2rem; border: 2px solid var(--unproven); border-radius: .5rem; background: var(--unproven-wash); }
        .weakness h2 { margin-top: 0; }
        .weakness ul { margin: .5rem 0 0; padding-left: 1.2rem; }
        table { width: 100%; table-layout: fixed; border-collapse: collapse; margin: .5rem 0 1rem; font-size: .95rem; }
        caption { padding: 1.25rem 0 .5rem; text-align: left; font-weight: 600; }
        th, td { padding: .5rem .6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; font-weight: 400; }
        thead th { color: var(--muted); font-size: .85rem; border-bottom-width: 2px; }
        thead th:first-child { width: 44%; }
        .laws thead th:last-child { width: 5.5rem; text-align: right; }
        .id { font-weight: 600; }
        .time { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
        .cell-name { display: none; color: var(--muted); }
        .why td { padding: .1rem .6rem .8rem; }
        tr.told > * { border-bottom: 0; padding-bottom: .15rem; }
        .why > td > div { padding: .6rem .8rem; background: var(--inset); border-radius: .35rem; }
        .why > td > div + div { margin-top: .5rem; }
        .why > td > div.of-broken { background: var(--broken-wash); }
        .why p { margin: 0; }
        details { margin-top: .4rem; }
        summary { cursor: pointer; padding: .25rem 0; color: var(--link); }
        .story { margin: .4rem 0 0; padding: .5rem .75rem; list-style: none; background: var(--sheet); border: 1px solid var(--line); border-radius: .35rem; font: .85rem/1.5 ui-monospace, "Cascadia Mono", Consolas, "Liberation Mono", monospace; }
        .story li { display: grid; grid-template-columns: 6.5rem 1fr; gap: .75rem; padding: .1rem 0; }
        .story b { font-weight: 400; color: var(--muted); }
        .story span { white-space: pre-wrap; }
        .story .wrong b, .story .wrong span { font-weight: 700; color: var(--broken); }
        footer { margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--muted); font-size: .85rem; }

        @media screen and (max-width: 44rem) {
          main { margin: 0; padding: 1.25rem 1rem 2rem; border: 0; border-radius: 0; }
          table, tbody, tr, th, td { display: block; width: 100%; }
          caption { display: block; }
          thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          tr { padding: .6rem 0; border-bottom: 1px solid var(--line); }
          tr.told { padding-bottom: 0; border-bottom: 0; }
          th, td { padding: .1rem 0; border: 0; text-align: left; }
          .why td { padding: 0; }
          td.empty { display: none; }
          .story li { display: block; padding: .25rem 0; }
          .cell-name { display: inline; margin-right: .4rem; }
          .time { text-align: left; }
        }

        @media print {
          :root {
            color-scheme: light;
            --page: #fff; --sheet: #fff; --inset: #fff; --line: #9aa4ae;
            --text: #000; --muted: #3d444b; --link: #000;
            --proven: #0f5c2e; --broken: #a30f24; --unproven: #734700; --exempt: #3d444b;
            --broken-wash: #fff; --unproven-wash: #fff;
          }
          @page { margin: 16mm 14mm; }
          body { font-size: 10.5pt; }
          main { max-width: none; margin: 0; padding: 0; border: 0; }
          a { text-decoration: none; }
          h2, caption, tr.told { break-after: avoid; }
          tr, .judgement, .weakness, .counts li { break-inside: avoid; }
          .why, .why * { break-inside: auto; }
          .story li { break-inside: avoid; }
          .why > td > div { border: 1px solid var(--line); }
          summary { list-style: none; color: var(--muted); }
          summary::-webkit-details-marker { display: none; }
          details::details-content { content-visibility: visible; display: block; block-size: auto; }
        }

        """;
}
