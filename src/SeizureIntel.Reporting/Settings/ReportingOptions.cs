using System.ComponentModel.DataAnnotations;

namespace SeizureIntel.Reporting.Settings;

/// <summary>Where the tools that draw and print are found.</summary>
public sealed class ReportingOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Reporting";

    /// <summary>The Node.js executable: a name on the path or a full path. Default <c>node</c>.</summary>
    [Required]
    public string NodePath { get; init; } = "node";

    /// <summary>Folder that holds <c>charts/render.mjs</c> and <c>node_modules</c>. Default: the project's dashboards folder, as seen from the
    /// repository's root.</summary>
    [Required]
    public string ChartsFolder { get; init; } = "dashboards/SeizureIntel.Dashboards";

    /// <summary>Seconds that drawing all charts of one document may take, 5 to 600. Default 120.</summary>
    [Range(5, 600)]
    public int DrawingTimeoutSeconds { get; init; } = 120;

    /// <summary>The Chromium executable that prints PDF. Default <c>/usr/bin/chromium</c>.</summary>
    [Required]
    public string ChromiumPath { get; init; } = "/usr/bin/chromium";

    /// <summary>Seconds that printing one document may take, 5 to 600. Default 120.</summary>
    [Range(5, 600)]
    public int PrintingTimeoutSeconds { get; init; } = 120;
}
