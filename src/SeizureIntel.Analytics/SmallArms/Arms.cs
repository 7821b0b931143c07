using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.CodeLists;
using SeizureIntel.Fields;
using SeizureIntel.Queries;
using SeizureIntel.Text;

namespace SeizureIntel.Analytics.SmallArms;

/// <summary>The seizures of weapons, parts, ammunition and explosives of a scope.</summary>
internal sealed class Arms
{
    /// <summary>Heading of weapons and explosives.</summary>
    public const string Heading = "H08";

    /// <summary>Products that are weapons.</summary>
    public static readonly string[] WeaponFamilies = ["small_arms", "light_weapons", "altered_firearms"];

    /// <summary>Products that are parts and components.</summary>
    public static readonly string[] PartFamilies = ["firearm_parts"];

    /// <summary>Products that are ammunition.</summary>
    public static readonly string[] AmmunitionFamilies = ["ammunition"];

    /// <summary>Finds them.</summary>
    public Arms(ScopedFrame scoped, CodeListSet lists)
    {
        Scoped = scoped;
        Lists = lists;
        FrameColumn heading = scoped.Frame["heading"];
        Rows = [.. scoped.Inside.Where(r => heading.FirstCode(r) == Heading)];
        Weapons = OfFamily(WeaponFamilies);
        Parts = OfFamily(PartFamilies);
        Ammunition = OfFamily(AmmunitionFamilies);
    }

    /// <summary>The scope.</summary>
    public ScopedFrame Scoped { get; }

    /// <summary>Code lists.</summary>
    public CodeListSet Lists { get; }

    /// <summary>All of the heading within the period.</summary>
    public IReadOnlyList<int> Rows { get; }

    /// <summary>Weapons among them.</summary>
    public IReadOnlyList<int> Weapons { get; }

    /// <summary>Parts among them.</summary>
    public IReadOnlyList<int> Parts { get; }

    /// <summary>Ammunition among them.</summary>
    public IReadOnlyList<int> Ammunition { get; }

    /// <summary>The scope's period.</summary>
    public Period Period => new(Scoped.From, Scoped.To);

    /// <summary>Rows whose field has a code or one below it, as a search finds them.</summary>
    public IReadOnlyList<int> With(IReadOnlyList<int> rows, string field, params IReadOnlyList<string> wanted)
    {
        FrameColumn column = Scoped.Frame[field];
        CodeList? list = Lists.Of(SeizureFields.Find(field)!);
        HashSet<string> codes = [.. wanted.SelectMany(c => list?.WithDescendants(c) ?? [c])];
        bool[] selected = [.. column.Values.Select(codes.Contains)];
        return [.. rows.Where(r => Any(column.Of(r), selected))];
    }

    /// <summary>Distinct cases of rows.</summary>
    public int Cases(IEnumerable<int> rows) => rows.Select(r => Scoped.Frame.Cases[r]).Distinct().Count();

    /// <summary>The search for rows of the heading in a period with codes of further fields.</summary>
    public Evidence Evidence(int count, Period period, params ReadOnlySpan<(string Field, IReadOnlyList<string> Codes)> conditions)
    {
        SeizureQuery query = (Scoped.Scope.Query with { From = period.From, To = period.To }).With("heading", Heading);
        foreach ((string field, IReadOnlyList<string> codes) in conditions)
            query = query.With(field, codes);
        return new Evidence(query, count);
    }

    /// <summary>A finding without a test.</summary>
    public Finding Finding(
        string kind,
        Dictionary<string, IReadOnlyList<string>> subject,
        Period period,
        Figure figure,
        int n,
        Known known,
        IReadOnlyList<int> rows,
        string method,
        Effect? effect,
        IReadOnlyList<Phrase> caveats,
        Evidence evidence
    )
    {
        FrameColumn reporter = Scoped.Frame["reporting_country"];
        int reporters = rows.Where(reporter.HasKnown).Select(reporter.First).Distinct().Count();
        return new Finding
        {
            Id = FindingId.Of(kind, subject, period),
            Kind = kind,
            Subject = subject,
            Period = period,
            Figure = figure,
            Effect = effect,
            N = n,
            Known = known,
            Reporters = reporters,
            Method = method,
            Caveats = reporters == 1 ? [.. caveats, "single reporter"] : caveats,
            Evidence = evidence,
        };
    }

    private IReadOnlyList<int> OfFamily(string[] families) =>
        With(Rows, "product", [.. families.Where(f => Lists["products"].FindCode(f) is not null)]);

    private static bool Any(ReadOnlySpan<int> numbers, bool[] selected)
    {
        foreach (int number in numbers)
        {
            if (selected[number])
                return true;
        }

        return false;
    }
}
