using System.Threading;
using System.Threading.Tasks;

namespace SeizureIntel.Ports;

/// <summary>Prints a self-contained HTML document as PDF.</summary>
public interface IDocumentPrinter
{
    /// <summary>Prints the file.</summary>
    /// <param name="htmlPath">Absolute path of the HTML file.</param>
    /// <param name="pdfPath">Absolute path of the PDF file to write.</param>
    /// <param name="cancellationToken">Stops the printing process.</param>
    /// <returns>Null when the PDF was written, else one sentence that says why there is none and what to do.</returns>
    Task<string?> PrintAsync(string htmlPath, string pdfPath, CancellationToken cancellationToken);
}
