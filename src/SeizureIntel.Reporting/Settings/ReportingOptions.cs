using System.ComponentModel.DataAnnotations;

namespace SeizureIntel.Reporting.Settings;

/// <summary>Where the tools that show and print are found.</summary>
public sealed class ReportingOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Reporting";

    /// <summary>Folder whose <c>node_modules</c> holds the chart library that pages send to the browser. Default: the project's dashboards
    /// folder, as seen from the repository's root.</summary>
    [Required]
    public string ChartsFolder { get; init; } = "dashboards/SeizureIntel.Dashboards";

    /// <summary>The Chromium executable that prints PDF. Default <c>/usr/bin/chromium</c>.</summary>
    [Required]
    public string ChromiumPath { get; init; } = "/usr/bin/chromium";

    /// <summary>Seconds that printing one document may take, 5 to 600. Default 120.</summary>
    [Range(5, 600)]
    public int PrintingTimeoutSeconds { get; init; } = 120;
}
