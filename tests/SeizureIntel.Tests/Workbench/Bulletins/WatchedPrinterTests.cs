using System;
using System.IO;
using SeizureIntel.App.Commands;
using SeizureIntel.Ports;
using SeizureIntel.Reporting.Printing;
using SeizureIntel.Reporting.Settings;
using SeizureIntel.Tests.Ports;
using SeizureIntel.Workbench.Bulletins;
using Xunit;

namespace SeizureIntel.Tests.Workbench.Bulletins;

public sealed class WatchedPrinterTests : DocumentPrinterContract
{
    protected override IDocumentPrinter NewPrinter()
    {
        var options = new ReportingOptions();
        Assert.SkipUnless(File.Exists(options.ChromiumPath), $"Skipped: {options.ChromiumPath} is not installed.");
        return Watched(options);
    }

    protected override IDocumentPrinter WithoutEngine() => Watched(new ReportingOptions { ChromiumPath = "/nowhere/chromium" });

    private static WatchedPrinter Watched(ReportingOptions options) =>
        new(new ChromiumPrinter(options), new StepLines(TextWriter.Null, TimeProvider.System));
}
