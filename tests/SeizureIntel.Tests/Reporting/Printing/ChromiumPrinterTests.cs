using System.IO;
using SeizureIntel.Ports;
using SeizureIntel.Reporting.Printing;
using SeizureIntel.Reporting.Settings;
using SeizureIntel.Tests.Ports;
using Xunit;

namespace SeizureIntel.Tests.Reporting.Printing;

public sealed class ChromiumPrinterTests : DocumentPrinterContract
{
    protected override IDocumentPrinter NewPrinter()
    {
        var options = new ReportingOptions();
        Assert.SkipUnless(File.Exists(options.ChromiumPath), $"Skipped: {options.ChromiumPath} is not installed.");
        return new ChromiumPrinter(options);
    }

    protected override IDocumentPrinter WithoutEngine() => new ChromiumPrinter(new ReportingOptions { ChromiumPath = "/nowhere/chromium" });
}
