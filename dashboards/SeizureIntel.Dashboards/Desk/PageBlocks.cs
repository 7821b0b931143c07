using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.AspNetCore.Html;
using SeizureIntel.Charts;
using SeizureIntel.Reporting.Bulletins;
using SeizureIntel.Reporting.Wording;

namespace SeizureIntel.Dashboards.Desk;

/// <summary>A document's blocks on a page: drawn by the renderer that draws bulletins, with figures that lead to their records and charts that a reader can
/// use.</summary>
public sealed class PageBlocks
{
    private readonly Dictionary<string, Chart> _charts;
    private readonly Dictionary<string, string> _records;
    private readonly BlockHtml _blocks;

    /// <param name="document">The document that the blocks belong to.</param>
    /// <param name="withoutScripts">What stands in a chart's place where there are no scripts.</param>
    /// <param name="phrases">The language of the page.</param>
    public PageBlocks(Bulletin document, string withoutScripts, Phrases phrases)
    {
        ArgumentNullException.ThrowIfNull(document);
        _charts = document.Charts.ToDictionary(c => c.Id, StringComparer.Ordinal);
        Dictionary<string, string> queries = document.Evidence.ToDictionary(e => e.Id, e => e.QueryJson, StringComparer.Ordinal);
        _records = document.Figures.ToDictionary(f => f.Id, f => PageLinks.Records(queries[f.EvidenceId]), StringComparer.Ordinal);
        _blocks = new BlockHtml(_records.GetValueOrDefault, id => ChartFigure.Html(_charts[id], withoutScripts), phrases);
    }

    /// <summary>One block.</summary>
    public IHtmlContent Block(BulletinBlock block) => new HtmlString(_blocks.Block(block));

    /// <summary>Where the records behind a figure stand; null where it leads nowhere.</summary>
    public string? RecordsOf(BulletinCell? cell) => cell?.FigureId is { } figure ? _records.GetValueOrDefault(figure) : null;

    /// <summary>What stands out.</summary>
    public IHtmlContent BottomLine(IReadOnlyList<BulletinStatement> statements) => new HtmlString(_blocks.BottomLine(statements));
}
