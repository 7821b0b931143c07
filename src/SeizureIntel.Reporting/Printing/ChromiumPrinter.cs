using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Ports;
using SeizureIntel.Reporting.Settings;

namespace SeizureIntel.Reporting.Printing;

/// <summary>Prints documents with headless Chromium, without network and with a profile of its own that is deleted afterwards.</summary>
public sealed class ChromiumPrinter(ReportingOptions options) : IDocumentPrinter
{
    private static readonly string[] Switches =
    [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--no-pdf-header-footer",
        "--host-resolver-rules=MAP * ~NOTFOUND",
    ];

    /// <inheritdoc/>
    public async Task<string?> PrintAsync(string htmlPath, string pdfPath, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(htmlPath);
        ArgumentNullException.ThrowIfNull(pdfPath);
        string profile = Directory.CreateTempSubdirectory("seizureintel-print-").FullName;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(options.PrintingTimeoutSeconds));
        try
        {
            File.Delete(pdfPath);
            using Process? chromium = Process.Start(Order(htmlPath, pdfPath, profile));
            if (chromium is null)
                return $"No PDF: {options.ChromiumPath} did not start.";
            try
            {
                Task<string> output = chromium.StandardOutput.ReadToEndAsync(limit.Token);
                Task<string> errors = chromium.StandardError.ReadToEndAsync(limit.Token);
                await chromium.WaitForExitAsync(limit.Token);
                await Task.WhenAll(output, errors);
                return chromium.ExitCode == 0 && File.Exists(pdfPath)
                    ? null
                    : string.Create(
                        CultureInfo.InvariantCulture,
                        $"No PDF: Chromium ended with code {chromium.ExitCode}; open the HTML file in a browser and print it from there."
                    );
            }
            finally
            {
                if (!chromium.HasExited)
                    chromium.Kill(entireProcessTree: true);
            }
        }
        catch (Win32Exception)
        {
            return $"No PDF: Chromium was not found at {options.ChromiumPath}; install it (on Debian: apt-get install chromium) or set "
                + $"{ReportingOptions.Section}:{nameof(ReportingOptions.ChromiumPath)}.";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"No PDF: Chromium took longer than {options.PrintingTimeoutSeconds} seconds "
                    + $"({ReportingOptions.Section}:{nameof(ReportingOptions.PrintingTimeoutSeconds)})."
            );
        }
        finally
        {
            Delete(profile);
        }
    }

    private ProcessStartInfo Order(string htmlPath, string pdfPath, string profile)
    {
        var start = new ProcessStartInfo(options.ChromiumPath) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string part in Switches)
            start.ArgumentList.Add(part);
        start.ArgumentList.Add("--user-data-dir=" + profile);
        start.ArgumentList.Add("--print-to-pdf=" + pdfPath);
        start.ArgumentList.Add(new Uri(Path.GetFullPath(htmlPath)).AbsoluteUri);
        return start;
    }

    // A last child of Chromium may still hold a file of the profile; what stays behind is in the system's temporary folder.
    private static void Delete(string profile)
    {
        try
        {
            Directory.Delete(profile, recursive: true);
        }
        catch (IOException) { }
        catch (UnauthorizedAccessException) { }
    }
}
