using System.Linq;
using System.Text;
using SeizureIntel.Reporting.Charts;

namespace SeizureIntel.Reporting.Bulletins;

/// <summary>The bulletin's style sheet.</summary>
internal static class BulletinStyle
{
    // TLP colours: FIRST, Traffic Light Protocol 2.0, colour coding (black ground).
    private const string Screen = """
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%}
        body{margin:0;background:var(--page);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
        main{max-width:1040px;margin:0 auto;padding:0 24px 32px}
        .tlp{background:#000;text-align:center;font:700 14px/1 ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;letter-spacing:.04em;padding:9px 0}
        .tlp-top{position:sticky;top:0;z-index:2}
        .red span{color:#ff2b2b}.amber span{color:#ffc000}.green span{color:#33ff00}.clear span{color:#fff}
        header{padding:26px 0 14px;border-bottom:3px solid var(--ink)}
        .kicker{margin:0;color:var(--muted);font-size:13px;letter-spacing:.08em;text-transform:uppercase}
        h1{font-size:29px;line-height:1.2;margin:2px 0 16px;font-weight:700}
        h2{font-size:21px;line-height:1.25;margin:34px 0 10px;padding-top:8px;border-top:1.5px solid var(--ink);font-weight:700}
        h3{font-size:15.5px;line-height:1.35;margin:0 0 8px;font-weight:600}
        p{margin:8px 0}
        a{color:inherit}
        a.figure{text-decoration:underline dotted var(--muted) 1px;text-underline-offset:2px;white-space:nowrap}
        a.figure:hover{color:var(--link);text-decoration-style:solid}
        :target{background:var(--target)}
        .block{margin:0 0 22px}
        .flow{columns:2;column-gap:32px;margin-bottom:20px}
        .flow .chart-block,.flow .keep{break-inside:avoid}
        dl{margin:0}
        dl.banner{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:8px 18px;font-size:13.5px}
        dt{color:var(--muted)}dd{margin:0}
        dl.banner dd{font-weight:600;overflow-wrap:anywhere}
        dl.facts div{display:grid;grid-template-columns:150px 1fr;gap:14px;padding:5px 0;border-bottom:1px solid var(--line);font-size:14px}
        .wide dl.facts{columns:2;column-gap:32px}
        .flow dl.facts div{display:block;break-inside:avoid}
        .flow dl.facts dt{font-weight:600;color:var(--ink)}
        dl.facts div{break-inside:avoid}
        .flow dl.facts.short div{display:flex;justify-content:space-between}
        .flow dl.facts.short dt{font-weight:400}
        .bottom-line{background:var(--soft);border-left:4px solid var(--ink);padding:1px 20px 12px;margin-top:22px}
        .bottom-line h2{margin:14px 0 6px;border:0;padding:0}
        ol.statements{margin:0;padding-left:20px}
        ol.statements li{margin:0 0 9px;break-inside:avoid}
        .so-what{font-weight:500}
        .also,.certainty,.statistics,.caveats,.note{color:var(--muted);font-size:13px}
        .caveats{font-style:italic}
        .note{margin:6px 0 0}
        .nil{background:var(--soft);border:1px dashed var(--line-strong);padding:10px 14px;margin:6px 0;color:var(--muted)}
        ul.cards{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fit,minmax(190px,1fr));gap:12px}
        ul.cards li{border:1px solid var(--line-strong);border-radius:4px;padding:11px 14px}
        ul.cards span{display:block}
        ul.cards .label{color:var(--muted);font-size:13px}
        ul.cards .value{font-size:25px;font-weight:700;line-height:1.3;font-variant-numeric:tabular-nums}
        ul.cards .value a{text-decoration-thickness:1px}
        ul.cards .change{font-size:12.5px;color:var(--ink)}
        .scroll{overflow-x:auto}
        .print-only{display:none}
        table{border-collapse:collapse;width:100%;font-size:13.5px;line-height:1.35}
        th{text-align:left;font-weight:600;vertical-align:bottom;border-bottom:1.5px solid var(--ink);padding:4px 10px 4px 0;font-size:12.5px}
        td{border-bottom:1px solid var(--line);padding:4px 10px 4px 0;vertical-align:top}
        th.n,td.n{text-align:right;font-variant-numeric:tabular-nums}
        td.n{white-space:nowrap}
        th:last-child,td:last-child{padding-right:0}
        .chart{overflow-x:auto}
        .chart svg{display:block;width:100%;height:auto;font-family:inherit}
        .wide .chart svg{min-width:600px}
        ol.evidence{list-style:none;margin:0;padding:0;font-size:12.5px}
        ol.evidence li{padding:5px 0;border-bottom:1px solid var(--line)}
        ol.evidence code{display:block;font:11.5px/1.4 ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;overflow-wrap:anywhere;color:var(--muted)}
        @media screen and (max-width:820px){
        .flow,.wide dl.facts{columns:auto}
        .flow .chart svg{max-width:520px}
        }
        @media screen and (max-width:560px){
        body{font-size:14.5px}main{padding:0 14px 28px}h1{font-size:24px}h2{font-size:19px}
        dl.facts div{grid-template-columns:1fr;gap:0}
        ul.cards{grid-template-columns:1fr 1fr}ul.cards li{padding:9px 10px}ul.cards .value{font-size:20px}
        .scroll table,.scroll tbody{display:block}.scroll thead{display:none}
        .scroll tr{display:grid;grid-template-columns:repeat(auto-fit,minmax(100px,1fr));gap:2px 12px;padding:7px 0;border-bottom:1px solid var(--line-strong)}
        .scroll td,.scroll td.n{display:block;border:0;padding:0;text-align:left;white-space:normal}
        .scroll a.figure{white-space:normal;overflow-wrap:anywhere}
        .scroll td:first-child{grid-column:1/-1;font-weight:600}
        .scroll td:not(:first-child)::before{content:attr(data-label);display:block;color:var(--muted);font-size:11px;line-height:1.2}
        }
        """;

    // Two columns a page; nothing that is read as one thing is torn apart, and a heading stays with what follows it.
    private const string Print = """
        body{font-size:8.8pt;line-height:1.32;background:#fff}
        main{max-width:none;padding:0}
        .tlp{display:none}
        header{padding:0 0 6pt;border-bottom-width:2pt}
        h1{font-size:18pt;margin-bottom:6pt}
        h2{font-size:12.5pt;margin:10pt 0 6pt;padding-top:5pt;border-top:1pt solid var(--ink);break-after:avoid}
        h3{font-size:9.4pt;margin:0 0 4pt;break-after:avoid}
        p{margin:4pt 0}
        .block{margin:0 0 10pt}
        .flow{column-gap:16pt;margin-bottom:9pt}
        #evidence .note{break-after:avoid}
        .screen-only{display:none}.print-only{display:block}
        .chart-block,ul.cards,.keep,tr,li,dl.facts div,.nil,.bottom-line{break-inside:avoid}
        thead{display:table-header-group}
        .chart,.scroll{overflow:visible}
        .wide .chart svg{min-width:0}
        .also,.certainty,.statistics,.caveats,.note{font-size:7.6pt;line-height:1.25}
        .note{break-before:avoid;margin-top:3pt}
        .nil{padding:4pt 8pt}
        .bottom-line{margin-top:9pt;padding:0 12pt 6pt}
        .bottom-line h2{margin:7pt 0 4pt}
        ol.statements{padding-left:14pt}
        ol.statements li{margin:0 0 5pt}
        dl.banner,dl.facts div{font-size:8.4pt}
        dl.banner{grid-template-columns:repeat(3,1fr);gap:4pt 12pt}
        dl.facts div{padding:2pt 0;grid-template-columns:82pt 1fr;gap:8pt}
        .wide dl.facts{column-gap:16pt}
        .flow dl.facts div{font-size:7.8pt;line-height:1.26}
        table{font-size:8pt;line-height:1.22}th{font-size:7.6pt}td,th{padding:1.6pt 6pt 1.6pt 0}
        ul.cards{grid-template-columns:repeat(3,1fr);gap:8pt}
        ul.cards li{padding:5pt 9pt}
        ul.cards .label,ul.cards .change{font-size:7.8pt}
        ul.cards .value{font-size:14pt}
        a.figure{text-decoration:none}
        ol.evidence{columns:3;column-gap:12pt;font-size:6.6pt;line-height:1.22}ol.evidence li{padding:1.2pt 0}
        ol.evidence code{display:none}
        :target{background:none}
        """;

    public static string Css(BulletinBanner banner)
    {
        string light =
            "--page:#fefefe;--ink:#1b2733;--muted:#55626f;--line:#e3e7eb;--line-strong:#c3cad1;--soft:#f3f5f7;--link:#0b5fa5;--target:#fff3c4;"
            + ChartColours.Declarations(dark: false);
        string dark =
            "--page:#141b22;--ink:#e6edf3;--muted:#a7b4c0;--line:#2a343d;--line-strong:#46535f;--soft:#1c252e;--link:#6cb6ff;--target:#4a4214;"
            + ChartColours.Declarations(dark: true);
        var css = new StringBuilder("\n:root{color-scheme:light;")
            .Append(light)
            .Append("}\n")
            .Append("@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;")
            .Append(dark)
            .Append("}}\n")
            .Append(Lines(Screen))
            .Append("@media print{")
            .Append(Lines(Print))
            .Append("}\n")
            .Append(Margins(banner));
        return css.ToString();
    }

    // Marking in header and footer of every printed page, with the product's number and the page.
    private static string Margins(BulletinBanner banner)
    {
        string marking = CssText(banner.Marking),
            product = CssText(banner.ProductNumber),
            colour = banner.Marking switch
            {
                "TLP:RED" => "#ff2b2b",
                "TLP:AMBER" or "TLP:AMBER+STRICT" => "#ffc000",
                "TLP:GREEN" => "#33ff00",
                _ => "#fff",
            };
        string label =
            $"content:{marking};font:700 9pt "
            + $"monospace;color:{colour};background:#000;text-align:center;vertical-align:middle;height:6.5mm;margin:auto;width:48mm";
        const string small = "font:7.5pt sans-serif;color:#55626f;vertical-align:middle";
        return $"@page{{size:A4;margin:15mm 13mm 15mm;@top-center{{{label}}}@bottom-center{{{label}}}"
            + $"@bottom-left{{content:{product};{small};text-align:left}}@bottom-right{{content:\"page \" counter(page) \" of \" "
            + $"counter(pages);{small};text-align:right}}}}\n";
    }

    private static string CssText(string text) =>
        "\""
        + string.Concat(
            text.Select(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' or ':' or '+' or '.' ? c.ToString() : $"\\{(int)c:x6}")
        )
        + "\"";

    private static string Lines(string css) => css.Replace("\r", "", System.StringComparison.Ordinal).TrimEnd() + "\n";
}
