using System;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Ports;
using SeizureIntel.Workbench.Steps;

namespace SeizureIntel.Workbench.Bulletins;

/// <summary>Prints as another printer does, and tells a watcher how often: the pages are counted on the first print and stated on the second.</summary>
internal sealed class WatchedPrinter(IDocumentPrinter printer, IProgress<Step> steps) : IDocumentPrinter
{
    private const string Title = "Printing the PDF";
    private const int Prints = 2;

    private int _done;

    /// <inheritdoc/>
    public async Task<string?> PrintAsync(string htmlPath, string pdfPath, CancellationToken cancellationToken)
    {
        steps.Report(new Step(Title, _done, Prints, "print"));
        string? notice = await printer.PrintAsync(htmlPath, pdfPath, cancellationToken);
        if (notice is null)
            steps.Report(new Step(Title, ++_done, Prints, "print"));
        return notice;
    }
}
