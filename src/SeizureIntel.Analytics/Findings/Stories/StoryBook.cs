using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.CodeLists;
using SeizureIntel.Fields;

namespace SeizureIntel.Analytics.Findings.Stories;

/// <summary>Groups findings into stories: the strongest lead takes those that it explains, then the strongest of the rest. Nothing is chained: a
/// member is one because of the lead, never because of another member.</summary>
public static class StoryBook
{
    /// <summary>Stories that a reader is told; beyond them those of one theme are put together, weakest first.</summary>
    public const int Most = 30;

    /// <summary>Members below a lead.</summary>
    public const int MostMembers = 40;

    private const double SaysTheSame = 0.6;

    /// <summary>Every finding in exactly one story; the stories by score downwards, then by the lead's id.</summary>
    /// <param name="findings">Findings of one study or of several; one that stands twice counts once.</param>
    /// <param name="sources">What lies under them, by id; where a finding has none, subjects alone decide.</param>
    /// <param name="codes">The trees of codes.</param>
    /// <remarks>Every pair of findings is compared at most once for each lead.</remarks>
    public static IReadOnlyList<Story> Of(
        IEnumerable<Finding> findings,
        IReadOnlyDictionary<string, FindingSources> sources,
        CodeListSet codes
    )
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(sources);
        ToldFinding[] told =
        [
            .. FindingOrder
                .Sorted(findings.DistinctBy(f => f.Id, StringComparer.Ordinal), all: true)
                .Select(f => new ToldFinding(f, sources.GetValueOrDefault(f.Id))),
        ];
        if (told.Length == 0)
            return [];
        DateOnly asOf = told.Max(t => t.To);
        List<Draft> drafts = Gathered(told, codes);
        foreach (Draft draft in drafts)
            draft.Score = StoryScore.Of(draft.Lead, asOf, draft.Members.Count, draft.IsEcho);
        PutTogether(drafts);
        Dictionary<string, int> order = told.Select((t, i) => (t.Finding.Id, i)).ToDictionary(t => t.Id, t => t.i, StringComparer.Ordinal);
        return
        [
            .. drafts.OrderByDescending(d => d.Score).ThenBy(d => d.Lead.Finding.Id, StringComparer.Ordinal).Select(d => d.Told(order)),
        ];
    }

    private static List<Draft> Gathered(ToldFinding[] told, CodeListSet codes)
    {
        var same = new SameStory(codes);
        // Findings come strongest first, and that order stands among those that say a cause equally well.
        List<ToldFinding> open = [.. told.OrderBy(t => FamilyOrder(t.Kind.Family)).ThenBy(t => t.Kind.Statement)];
        var echoes = new HashSet<ToldFinding>();
        var drafts = new List<Draft>();
        while (open.Count > 0)
        {
            ToldFinding lead = open[0];
            List<ToldFinding> explained = [.. open.Skip(1).Where(o => same.Explains(lead, o))];

            // What a change of reporting explains beyond what one story holds is no news either.
            if (lead.Kind.Family == StoryFamily.Reporting)
                echoes.UnionWith(explained.Skip(MostMembers).Where(e => e.Kind.Family == StoryFamily.Change));
            var draft = new Draft(lead, [.. explained.Take(MostMembers)], echoes.Contains(lead), t => Root(t, codes));
            if (draft.SayBest())
                draft.Members.AddRange(
                    open.Where(o => o.Kind.Family > StoryFamily.Reporting && !draft.Holds(o) && same.Explains(draft.Lead, o))
                        .Take(MostMembers - draft.Members.Count)
                );
            drafts.Add(draft);
            open.RemoveAll(draft.Holds);
        }

        return drafts;
    }

    // Crack and cocaine paste are cocaine; what names no product is alone.
    private static string Root(ToldFinding told, CodeListSet codes)
    {
        if (told.Goods is not { } goods || SeizureFields.Find("product") is not { } field || codes.Of(field) is not { } products)
            return told.Finding.Id;
        while (products.FindCode(goods)?.Parent is { } parent)
            goods = parent;
        return goods;
    }

    private static int FamilyOrder(StoryFamily family) =>
        family switch
        {
            StoryFamily.Reporting => 0,
            StoryFamily.Change => 1,
            StoryFamily.Combination => 2,
            StoryFamily.Structure => 3,
            _ => 4,
        };

    // Only as many as a reader would else not be told; pictures of the whole period first, news last, and what says a cause well never.
    private static void PutTogether(List<Draft> drafts)
    {
        foreach (Func<Draft, string> theme in new Func<Draft, string>[] { d => d.Theme, d => d.WideTheme })
        {
            foreach (
                Draft weak in drafts
                    .Where(d => !d.IsNews)
                    .OrderByDescending(d => d.Lead.Kind.Family)
                    .ThenBy(d => d.Score)
                    .ThenByDescending(d => d.Lead.Finding.Id, StringComparer.Ordinal)
                    .ToList()
            )
            {
                if (drafts.Count <= Most)
                    return;
                Draft? mate = drafts
                    .Where(d => d != weak && theme(d) == theme(weak) && d.Members.Count + weak.Members.Count < MostMembers)
                    .OrderByDescending(d => d.Score)
                    .ThenBy(d => d.Lead.Finding.Id, StringComparer.Ordinal)
                    .FirstOrDefault(d => d.Score >= weak.Score);
                if (mate is null)
                    continue;
                mate.Members.Add(weak.Lead);
                mate.Members.AddRange(weak.Members);
                drafts.Remove(weak);
            }
        }
    }

    private sealed class Draft(ToldFinding lead, List<ToldFinding> members, bool isEcho, Func<ToldFinding, string> root)
    {
        public ToldFinding Lead { get; private set; } = lead;

        public List<ToldFinding> Members { get; } = members;

        public bool IsEcho { get; } = isEcho;

        public double Score { get; set; }

        /// <summary>A new route, a detour, a hiding place or word never seen: nobody looks for it below something else.</summary>
        public bool IsNews =>
            Lead.Kind is { Family: StoryFamily.Change, Statement: < 2 }
            && (Lead.Finding.Q is not null || Lead.Excess >= StoryScore.FirmCases);

        /// <summary>What stories have in common that may be told together: one reporter's changes, the goods of one hiding place.</summary>
        public string Theme =>
            Lead.Kind.Family switch
            {
                StoryFamily.Change => $"{Lead.Heading} {Lead.Reporter ?? Lead.Finding.Id} {Lead.Direction} {HidingPlace}",
                StoryFamily.Reporting => Lead.Finding.Kind == "reporter_artefact" ? $"artefact {Lead.Reporter}" : Lead.Finding.Kind,
                StoryFamily.Combination => "with " + Combined(Lead.Finding),
                StoryFamily.Structure => "routes",
                _ => $"measure {Lead.Heading}",
            };

        /// <summary>The same, wider: one reporter's rises and falls, one kind of goods at several reporters.</summary>
        public string WideTheme =>
            Lead.Kind.Family == StoryFamily.Change
                ? Lead.Reporter is { } reporter
                    ? $"{Lead.Heading} {reporter} {HidingPlace}"
                    : $"{Lead.Heading} {root(Lead)} {Lead.Direction} {HidingPlace}"
                : Theme;

        // Two hiding places are two practices, and goods on the rise are neither.
        private string HidingPlace => string.Join(',', Lead.Finding.Subject.GetValueOrDefault("concealment") ?? []);

        public bool Holds(ToldFinding finding) => finding == Lead || Members.Contains(finding);

        // Of those that say it of the same records, the one that names most; true where that is another than the strongest.
        public bool SayBest()
        {
            ToldFinding first = Lead;
            ToldFinding best = Members
                .Where(m => m.Kind == first.Kind && m.Direction == first.Direction && SameStory.Part(m, first) >= SaysTheSame)
                .Prepend(first)
                .MaxBy(Names)!;
            if (best == first)
                return false;
            Members[Members.IndexOf(best)] = first;
            Lead = best;
            return true;
        }

        public Story Told(Dictionary<string, int> order) =>
            new()
            {
                Id = "s" + Lead.Finding.Id,
                Kind = Lead.Finding.Kind,
                Subject = Lead.Finding.Subject,
                Period = Lead.Finding.Period,
                Lead = Lead.Finding.Id,
                Members = [.. Members.Select(m => m.Finding.Id).OrderBy(id => order[id])],
                Score = Score,
            };

        // One hiding place with several goods; goods without a hiding place with several means of transport.
        private static string Combined(Finding finding) =>
            finding.Kind == "poly_crime"
                ? finding.Id
                : string.Join(
                    ',',
                    finding.Subject.GetValueOrDefault("concealment") ?? finding.Subject.GetValueOrDefault("product") ?? [finding.Id]
                );

        private static int Names(ToldFinding told) => told.Finding.Subject.Count + (told.Finding.Subject.ContainsKey("path") ? 1 : 0);
    }
}
