using System;
using System.IO;
using System.Text;
using System.Threading.Tasks;
using SeizureIntel.Ports;
using Xunit;

namespace SeizureIntel.Tests.Ports;

/// <summary>What every document printer must do.</summary>
public abstract class DocumentPrinterContract : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("seizureintel-print-").FullName;

    /// <summary>A printer that is ready to print; skips the test where it cannot be.</summary>
    protected abstract IDocumentPrinter NewPrinter();

    /// <summary>A printer whose engine is missing.</summary>
    protected abstract IDocumentPrinter WithoutEngine();

    /// <inheritdoc/>
    public void Dispose()
    {
        Directory.Delete(_folder, true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_page_becomes_a_pdf()
    {
        IDocumentPrinter printer = NewPrinter();
        string? problem = await printer.PrintAsync(Page(), Path.Combine(_folder, "page.pdf"), TestContext.Current.CancellationToken);
        Assert.Null(problem);
        Assert.Equal(
            "%PDF-",
            Encoding.ASCII.GetString(
                await File.ReadAllBytesAsync(Path.Combine(_folder, "page.pdf"), TestContext.Current.CancellationToken)
            )[..5]
        );
    }

    [Fact]
    public async Task A_missing_engine_is_one_sentence_and_leaves_no_file()
    {
        string? problem = await WithoutEngine()
            .PrintAsync(Page(), Path.Combine(_folder, "none.pdf"), TestContext.Current.CancellationToken);
        Assert.False(string.IsNullOrWhiteSpace(problem));
        Assert.False(File.Exists(Path.Combine(_folder, "none.pdf")));
    }

    private string Page()
    {
        string path = Path.Combine(_folder, "page.html");
        File.WriteAllText(path, "<!DOCTYPE html><html lang=\"en\"><head><title>A page</title></head><body><p>A page.</p></body></html>");
        return path;
    }
}
