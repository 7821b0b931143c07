using System.IO;
using SeizureIntel.Reporting.Settings;
using Xunit;

namespace SeizureIntel.Tests.Reporting.Drawing;

/// <summary>Finds the chart library from the folder that the tests run in.</summary>
internal static class ChartLibrary
{
    /// <summary>Options with the chart folder of this repository; skips the test where npm packages or Node.js are missing.</summary>
    public static ReportingOptions OptionsOrSkip()
    {
        string? folder = Folder();
        Assert.SkipUnless(
            folder is not null && Directory.Exists(Path.Combine(folder, "node_modules", "echarts")),
            "Skipped: the chart library is not installed (npm ci in dashboards/SeizureIntel.Dashboards)."
        );
        return new ReportingOptions { ChartsFolder = folder! };
    }

    private static string? Folder()
    {
        for (DirectoryInfo? at = new(System.AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string folder = Path.Combine(at.FullName, "dashboards", "SeizureIntel.Dashboards");
            if (File.Exists(Path.Combine(folder, "charts", "render.mjs")))
                return folder;
        }

        return null;
    }
}
