using System;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Charts;
using SeizureIntel.Ports;
using SeizureIntel.Workbench.Faults;

namespace SeizureIntel.App.Commands;

/// <summary>A chart as a file of its own: the name says whether it is SVG or PNG.</summary>
internal static class ChartFile
{
    // Two pixels for one: sharp in documents and on most screens.
    private const int Scale = 2;

    public static Option<bool> DarkOption() => new("--dark") { Description = "Draw the chart for a dark ground" };

    public static ChartLook Look(bool isDark) => isDark ? ChartLook.Dark : ChartLook.Light;

    /// <summary>The full path of a file that can be written.</summary>
    /// <param name="option">The option that names it, for the message.</param>
    /// <param name="path">As it was given.</param>
    /// <param name="endings">The endings that are known.</param>
    /// <exception cref="Fault">The ending is another, or the folder is not there.</exception>
    public static string Target(string option, string path, params string[] endings)
    {
        string full = Path.GetFullPath(path);
        if (!endings.Contains(Path.GetExtension(full), StringComparer.OrdinalIgnoreCase))
            throw Fault.Usage(
                "bad_target",
                $"{path} ends in none of {string.Join(", ", endings)}.",
                $"The ending says what is written: {string.Join(" or ", endings.Select(e => $"{option} chart{e}"))}."
            );
        return Directory.Exists(Path.GetDirectoryName(full))
            ? full
            : throw Fault.Usage("cannot_write", $"The folder of {full} does not exist.", "Give a file in a folder that exists.");
    }

    /// <summary>Draws a chart into a file.</summary>
    /// <exception cref="Fault">It cannot be drawn or written.</exception>
    public static Task WriteAsync(
        IChartRenderer renderer,
        Chart chart,
        ChartLook look,
        string target,
        CancellationToken cancellationToken
    ) =>
        WriteAsync(
            target,
            () =>
                target.EndsWith(".png", StringComparison.OrdinalIgnoreCase)
                    ? renderer.DrawPng(chart, look, Scale)
                    : Encoding.UTF8.GetBytes(renderer.DrawSvg(chart, look)),
            cancellationToken
        );

    /// <summary>Writes what is drawn into a file.</summary>
    /// <exception cref="Fault">It cannot be drawn or written.</exception>
    public static async Task WriteAsync(string target, Func<byte[]> draw, CancellationToken cancellationToken)
    {
        try
        {
            await File.WriteAllBytesAsync(target, draw(), cancellationToken);
        }
        catch (InvalidOperationException problem)
        {
            throw Fault.Failed("no_chart", problem.Message.Split('\n')[0], "Without a chart the figures come by themselves.", problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Fault.Usage("cannot_write", $"{target} cannot be written: {problem.Message}", "Give a file that may be written.");
        }
    }
}
