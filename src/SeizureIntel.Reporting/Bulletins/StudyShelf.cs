using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Findings.Stories;
using SeizureIntel.CodeLists;

namespace SeizureIntel.Reporting.Bulletins;

/// <summary>The studies of a bulletin by name, and their tables by id.</summary>
internal sealed class StudyShelf(IReadOnlyList<StudyResult> studies, CodeListSet codes)
{
    private IReadOnlyList<(Story, Finding, IReadOnlyList<Finding>)>? _stories;

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

    /// <summary>Findings of the studies that rest on records, an empty field among them; what the overview tells again counts once.</summary>
    public IEnumerable<(StudyResult Study, Finding Finding)> Findings =>
        studies.Where(s => s.Study != Overview).SelectMany(s => s.Findings.Where(Rests).Select(f => (s, f)));

    /// <summary>The stories over all studies with their findings, what matters most first: the overview's, else those of the findings at hand.</summary>
    public IReadOnlyList<(Story Story, Finding Lead, IReadOnlyList<Finding> Members)> Stories => _stories ??= Told();

    /// <summary>Leads of the stories about a heading, what matters most first.</summary>
    public IEnumerable<Finding> LeadsAbout(string heading) =>
        Stories
            .Select(s => s.Lead)
            .Where(f => f.Subject.TryGetValue("heading", out IReadOnlyList<string>? headings) && headings.Contains(heading));

    /// <summary>Every heading that a finding or the table of headings names, in the order of codes.</summary>
    public IEnumerable<string> Headings =>
        (Table(Overview, "headings")?.Rows ?? [])
            .Select(r => r.Cells[0])
            .OfType<string>()
            .Concat(Findings.SelectMany(f => f.Finding.Subject.TryGetValue("heading", out IReadOnlyList<string>? headings) ? headings : []))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    private IReadOnlyList<(Story, Finding, IReadOnlyList<Finding>)> Told()
    {
        IReadOnlyList<Finding> findings = Study(Overview) is { Stories.Count: > 0 } overview
            ? [.. overview.Findings.Where(Rests)]
            : [.. Findings.Select(f => f.Finding)];
        IReadOnlyList<Story> stories = Study(Overview) is { Stories: { Count: > 0 } told }
            ? told
            : StoryBook.Of(findings, new Dictionary<string, FindingSources>(), codes);
        Dictionary<string, Finding> byId = findings.DistinctBy(f => f.Id).ToDictionary(f => f.Id, StringComparer.Ordinal);
        return
        [
            .. stories
                .Where(s => byId.ContainsKey(s.Lead))
                .Select(s => (s, byId[s.Lead], (IReadOnlyList<Finding>)[.. s.Members.Where(byId.ContainsKey).Select(m => byId[m])])),
        ];
    }

    private static bool Rests(Finding finding) => finding.Known.N > 0 || finding.Kind == "missing_field";
}
