using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Bulletins;
using SeizureIntel.Ports;
using SeizureIntel.Readers;
using SeizureIntel.Workbench.Faults;

namespace SeizureIntel.Workbench.Bulletins;

/// <summary>The print of a bulletin that is kept as a page: made when it is asked for, one at a time.</summary>
public sealed class BulletinPrinting(IProductStore products, IDocumentPrinter printer) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>The PDF of a bulletin.</summary>
    /// <exception cref="Fault">The reader sees no such bulletin, or it could not be printed.</exception>
    public async Task<byte[]> PrintAsync(Reader reader, string id, CancellationToken cancellationToken)
    {
        BulletinRecord found = await BulletinDesk.FindAsync(products, reader, id, cancellationToken);
        await _turn.WaitAsync(cancellationToken);
        using var folder = new WorkingFolder();
        try
        {
            string html = Path.Combine(folder.Path, "bulletin.html"),
                pdf = Path.Combine(folder.Path, "bulletin.pdf");
            await File.WriteAllTextAsync(html, found.Html, cancellationToken);
            return await printer.PrintAsync(html, pdf, cancellationToken) is { } notice
                ? throw Fault.Failed("not_printed", notice, "The page can be printed by the browser.")
                : await File.ReadAllBytesAsync(pdf, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();
}
