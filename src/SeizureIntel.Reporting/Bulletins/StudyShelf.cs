using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Findings;

namespace SeizureIntel.Reporting.Bulletins;

/// <summary>The studies of a bulletin by name, and their tables by id.</summary>
internal sealed class StudyShelf(IReadOnlyList<StudyResult> studies)
{
    public const string Overview = "overview";
    public const string Coverage = "coverage";
    public const string Trends = "trends";
    public const string Routes = "routes";
    public const string Concealment = "concealment";
    public const string SmallArms = "small-arms";

    public IReadOnlyList<StudyResult> All => studies;

    public StudyResult? Study(string name) => studies.FirstOrDefault(s => s.Study == name);

    /// <summary>A table with rows; null where the study is missing, has no such table, or the table is empty.</summary>
    public FigureTable? Table(string study, string id) =>
        Study(study)?.Tables.FirstOrDefault(t => t.Id == id) is { Rows.Count: > 0 } table ? table : null;

    /// <summary>Findings about a heading, in the order of their studies.</summary>
    public IEnumerable<(StudyResult Study, Finding Finding)> About(string heading) =>
        Findings.Where(f => f.Finding.Subject.TryGetValue("heading", out IReadOnlyList<string>? headings) && headings.Contains(heading));

    public IEnumerable<(StudyResult Study, Finding Finding)> Findings => studies.SelectMany(s => s.Findings.Select(f => (s, f)));

    /// <summary>Every heading that a finding or the table of headings names, in the order of codes.</summary>
    public IEnumerable<string> Headings =>
        (Table(Overview, "headings")?.Rows ?? [])
            .Select(r => r.Cells[0])
            .OfType<string>()
            .Concat(Findings.SelectMany(f => f.Finding.Subject.TryGetValue("heading", out IReadOnlyList<string>? headings) ? headings : []))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
}
