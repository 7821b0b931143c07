using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace SeizureIntel.Validation.Vectors;

/// <summary>Holds every method against reference vectors of published implementations.</summary>
public static class VectorValidation
{
    // One line a folder, in the order of the vectors' description.
    private static readonly VectorFolder[] Shared =
    [
        new("farrington", FarringtonVectors.Check),
        new("sparse", SparseVectors.Check),
        new("ears", EarsVectors.Check),
        new("cusum_glr", CusumVectors.Check),
        new("stl", StlVectors.Check),
        new("mann_kendall", MannKendallVectors.Check),
        new("changepoint", ChangePointVectors.Check),
        new("seasonality", SeasonalityVectors.Check),
        new("forecast_gplevel", ForecastVectors.CheckLevel),
        new("forecast_nbglm", ForecastVectors.CheckRegression),
        new("forecast_ets", EtsVectors.Check),
        new("scoring", ScoringVectors.Check),
        new("fdr", FdrVectors.Check),
        new("nowcast", NowcastVectors.Check),
        new("panel_trend", PanelTrendVectors.Check),
        new("rate_tests", RateTestVectors.Check),
        new("displacement", DisplacementVectors.Check),
        new("ebgm", DisproportionVectors.Check),
        new("graph", GraphVectors.Check),
        new("sequences", SequenceVectors.Check),
        new("arules", AssociationVectors.Check),
        new("keyness", KeynessVectors.Check),
        new("text", TextVectors.Check),
        new("dedup", DuplicateVectors.Check),
        new("cluster", ClusterVectors.Check),
    ];

    // Made by the scripts in references/.
    private static readonly VectorFolder[] Own =
    [
        new("change_test", ChangeTestVectors.Check),
        new("associations", ConcealedAssociationVectors.Check),
        new("level_change", LevelChangeVectors.Check),
        new("seasonal_index", SeasonalIndexVectors.Check),
        new("panel_range", PanelRangeVectors.Check),
        new("forecast", PooledForecastVectors.Check),
        new("decomposition", DecompositionVectors.Check),
        new("families", FamilyVectors.Check),
        new("qvalue", QValueVectors.Check),
        new("count_law", CountLawVectors.Check),
        new("shares", ShareVectors.Check),
        new("strata", StrataVectors.Check),
        new("chains", ChainVectors.Check),
    ];

    /// <summary>Names of the folders of the vectors that are handed over, in their order.</summary>
    public static IReadOnlyList<string> FolderNames { get; } = [.. Shared.Select(f => f.Name)];

    /// <summary>Names of the folders of our own vectors, in their order.</summary>
    public static IReadOnlyList<string> OwnFolderNames { get; } = [.. Own.Select(f => f.Name)];

    /// <summary>The folder of our own vectors, beside the program.</summary>
    public static string OwnVectors { get; } = Path.Combine(AppContext.BaseDirectory, "references", "vectors");

    /// <summary>Reads the reference folders, computes, compares, and prints one line a file.</summary>
    /// <param name="vectorsFolder">The folder that holds the reference folders.</param>
    /// <param name="outFolder">Where our values are written under the same relative paths; null = nowhere.</param>
    /// <param name="output">Receives one line a file and a last line with the sums.</param>
    /// <returns>One report a file; a missing folder, file or column is a report that failed.</returns>
    /// <exception cref="DirectoryNotFoundException">The vectors' folder does not exist.</exception>
    public static IReadOnlyList<VectorReport> Run(string vectorsFolder, string? outFolder, TextWriter output) =>
        Run(vectorsFolder, outFolder, output, FolderNames);

    /// <summary>Runs some of the folders alone.</summary>
    /// <param name="vectorsFolder">The folder that holds the reference folders.</param>
    /// <param name="outFolder">Where our values are written under the same relative paths; null = nowhere.</param>
    /// <param name="output">Receives one line a file and a last line with the sums.</param>
    /// <param name="folders">Names out of <see cref="FolderNames"/> and <see cref="OwnFolderNames"/>.</param>
    /// <returns>One report a file; a missing folder, file or column is a report that failed.</returns>
    /// <exception cref="DirectoryNotFoundException">The vectors' folder does not exist.</exception>
    /// <exception cref="ArgumentException">A name is unknown.</exception>
    public static IReadOnlyList<VectorReport> Run(
        string vectorsFolder,
        string? outFolder,
        TextWriter output,
        IReadOnlyCollection<string> folders
    )
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(folders);
        if (!Directory.Exists(vectorsFolder))
        {
            throw new DirectoryNotFoundException($"The folder of reference vectors '{vectorsFolder}' does not exist.");
        }

        VectorFolder[] all = [.. Shared, .. Own];
        if (folders.FirstOrDefault(f => all.All(a => a.Name != f)) is { } unknown)
        {
            throw new ArgumentException(
                $"Unknown folder '{unknown}'; the folders are {string.Join(", ", all.Select(a => a.Name))}.",
                nameof(folders)
            );
        }

        var reports = new List<VectorReport>();
        var files = new VectorFiles(vectorsFolder, outFolder, report =>
        {
            reports.Add(report);
            output.WriteLine(Line(report));
        });
        foreach (var folder in all.Where(f => folders.Contains(f.Name)))
        {
            files.Attempt(folder.Name, () =>
            {
                if (!Directory.Exists(Path.Combine(vectorsFolder, folder.Name)))
                {
                    throw new VectorFormatException("the folder is missing.");
                }

                folder.Check(files);
            });
        }

        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{reports.Count(r => r.Passed)} of {reports.Count} files agree; {reports.Sum(r => r.ValuesCompared)} values compared"
            )
        );
        return reports;
    }

    /// <summary>Exit code of a run: 0 if every file agrees, else 1.</summary>
    /// <param name="reports">The reports of a run.</param>
    /// <returns>0 or 1.</returns>
    public static int ExitCode(IReadOnlyList<VectorReport> reports) => reports.Count > 0 && reports.All(r => r.Passed) ? 0 : 1;

    private static string Line(VectorReport report) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(report.Passed ? "pass" : "FAIL")} {report.File}: {report.ValuesCompared} values, largest error "
                + $"{report.LargestError:0.##e+0}, tolerance "
                + $"{report.Tolerance:0.##e+0}{(report.Detail.Length > 0 ? "; " + report.Detail : "")}"
        );
}
