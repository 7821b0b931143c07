using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.ExceptionServices;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Charts;
using SeizureIntel.Loops;
using SeizureIntel.Ports;

namespace SeizureIntel.Reporting.Bulletins;

/// <summary>Renders a bulletin as page, print and JSON into a folder.</summary>
public sealed partial class BulletinPress(IChartRenderer renderer, IDocumentPrinter printer)
{
    /// <summary>Writes bulletin.html, bulletin.json and, where a printer is there, bulletin.pdf.</summary>
    /// <param name="bulletin">The document.</param>
    /// <param name="folder">The folder; made if it is not there, files of the same names are replaced.</param>
    /// <param name="cancellationToken">Stops drawing and printing.</param>
    public async Task<BulletinFiles> WriteAsync(Bulletin bulletin, string folder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(bulletin);
        string into = Directory.CreateDirectory(Path.GetFullPath(folder)).FullName;
        Dictionary<string, string> drawings = Drawn(bulletin.Charts, cancellationToken);
        string htmlPath = Path.Combine(into, "bulletin.html"),
            jsonPath = Path.Combine(into, "bulletin.json"),
            pdfPath = Path.Combine(into, "bulletin.pdf");

        string html = BulletinHtml.Write(bulletin, drawings);
        await File.WriteAllTextAsync(htmlPath, html, cancellationToken).ConfigureAwait(false);
        string? notice = await printer.PrintAsync(htmlPath, pdfPath, cancellationToken).ConfigureAwait(false);
        if (notice is null && await PagesAsync(pdfPath, cancellationToken).ConfigureAwait(false) is { } pages)
        {
            // The banner says how many pages there are, which is known only once they are laid out.
            bulletin = bulletin with { Banner = bulletin.Banner with { Pages = pages } };
            html = BulletinHtml.Write(bulletin, drawings);
            await File.WriteAllTextAsync(htmlPath, html, cancellationToken).ConfigureAwait(false);
            notice = await printer.PrintAsync(htmlPath, pdfPath, cancellationToken).ConfigureAwait(false);
        }

        string json = BulletinJson.Write(bulletin);
        await File.WriteAllTextAsync(jsonPath, json, cancellationToken).ConfigureAwait(false);
        return new BulletinFiles(bulletin, html, json, htmlPath, jsonPath, notice is null ? pdfPath : null, notice);
    }

    // Charts know nothing of each other.
    private Dictionary<string, string> Drawn(IReadOnlyList<Chart> charts, CancellationToken cancellationToken)
    {
        var drawn = new string[charts.Count];
        try
        {
            Parallel.For(0, drawn.Length, SideBySide.Here(cancellationToken), i => drawn[i] = renderer.DrawSvg(charts[i], ChartLook.Page));
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }

        var drawings = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < drawn.Length; i++)
            drawings.Add(charts[i].Id, drawn[i]);
        return drawings;
    }

    private static async Task<int?> PagesAsync(string pdfPath, CancellationToken cancellationToken)
    {
        string pdf = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(pdfPath, cancellationToken).ConfigureAwait(false));
        int pages = PageObject().Count(pdf);
        return pages == 0 ? null : pages;
    }

    // PDF 1.7 (ISO 32000-1), 7.7.3.3: each page is an object of type Page.
    [GeneratedRegex(@"/Type\s*/Page(?![A-Za-z])")]
    private static partial Regex PageObject();
}
