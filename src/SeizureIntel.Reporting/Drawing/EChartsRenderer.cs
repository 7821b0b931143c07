using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Charts;
using SeizureIntel.Ports;
using SeizureIntel.Reporting.Settings;

namespace SeizureIntel.Reporting.Drawing;

/// <summary>Draws charts with ECharts under Node.js: one process for all charts of a document.</summary>
public sealed class EChartsRenderer(ReportingOptions options) : IChartRenderer
{
    private const string Script = "charts/render.mjs";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> RenderAsync(IReadOnlyList<ChartDrawing> charts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(charts);
        if (charts.Count == 0)
            return [];
        string folder = Path.GetFullPath(options.ChartsFolder);
        if (!File.Exists(Path.Combine(folder, Script)))
            throw new InvalidOperationException(
                $"There is no {Script} in {folder}. Set {ReportingOptions.Section}:{nameof(ReportingOptions.ChartsFolder)} to the "
                    + $"folder dashboards/SeizureIntel.Dashboards."
            );
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "echarts")))
            throw new InvalidOperationException($"The chart library is not installed in {folder}. Run: npm ci --prefix \"{folder}\"");

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(options.DrawingTimeoutSeconds));
        using Process node = Start(folder);
        try
        {
            Task<string> drawn = node.StandardOutput.ReadToEndAsync(limit.Token);
            Task<string> said = node.StandardError.ReadToEndAsync(limit.Token);
            await WriteAsync(node, charts, limit.Token);
            await node.WaitForExitAsync(limit.Token);
            if (node.ExitCode != 0)
                throw Failure(await said);
            return Finished(await drawn, charts);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new InvalidOperationException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Drawing {charts.Count} charts took longer than {options.DrawingTimeoutSeconds} seconds "
                        + $"({ReportingOptions.Section}:{nameof(ReportingOptions.DrawingTimeoutSeconds)})."
                )
            );
        }
        finally
        {
            if (!node.HasExited)
                node.Kill(entireProcessTree: true);
        }
    }

    private Process Start(string folder)
    {
        var start = new ProcessStartInfo(options.NodePath)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Script);
        try
        {
            return Process.Start(start) ?? throw new InvalidOperationException($"{options.NodePath} did not start.");
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException(
                $"Node.js was not found as '{options.NodePath}'. Install Node.js 20 or later, or set "
                    + $"{ReportingOptions.Section}:{nameof(ReportingOptions.NodePath)}.",
                missing
            );
        }
    }

    private static async Task WriteAsync(Process node, IReadOnlyList<ChartDrawing> charts, CancellationToken cancellationToken)
    {
        var order = new JsonArray([
            .. charts.Select(c =>
                (JsonNode)
                    new JsonObject
                    {
                        ["id"] = c.Id,
                        ["width"] = c.Width,
                        ["height"] = c.Height,
                        ["option"] = JsonNode.Parse(c.OptionJson),
                    }
            ),
        ]);
        try
        {
            await node.StandardInput.WriteAsync(order.ToJsonString().AsMemory(), cancellationToken);
            node.StandardInput.Close();
        }
        catch (IOException)
        {
            // The script ended before it read everything; its exit code and its words say why.
        }
    }

    private static IReadOnlyList<string> Finished(string drawn, IReadOnlyList<ChartDrawing> charts)
    {
        string[] all = JsonSerializer.Deserialize<string[]>(drawn) ?? [];
        if (all.Length != charts.Count)
            throw Failure($"{all.Length} drawings came back for {charts.Count} charts.");
        return [.. all.Zip(charts, SvgFinishing.Finish)];
    }

    private static InvalidOperationException Failure(string said) => new($"Drawing the charts failed: {said.Trim()}");
}
