using System;
using System.Linq;

namespace SeizureIntel.Synthetic.Region;

/// <summary>The weeks of the simulation, and how a case of a week looks before any pattern.</summary>
internal sealed class Calendar(DateOnly firstMonday, int weeks)
{
    private static readonly string[] Narratives =
    [
        "Found during a routine control.",
        "Selected by risk profile and opened.",
        "The dog indicated the load.",
        "Scanner image showed an anomaly.",
        "Hallado durante un control rutinario.",
        "Encontrado durante fiscalização de rotina.",
    ];

    /// <summary>Number of weeks.</summary>
    public int Weeks { get; } = weeks;

    /// <summary>First day of a week.</summary>
    public DateOnly Monday(int week) => firstMonday.AddDays(7 * week);

    /// <summary>A case of a reporter's goods in a week.</summary>
    public SimulatedCase Case(Reporter reporter, SimulatedGoods goods, int week, Chance chance)
    {
        DateOnly date = Monday(week).AddDays(chance.Below(7));
        string? mode = chance.Happens(0.85) ? chance.Pick(goods.Modes) : null;
        ((string Code, string Words) Where, double)[] places = mode is null ? [] : [.. Atlas.HidingPlaces[mode]];
        (string Code, string Words)? where = places.Length > 0 && chance.Happens(0.55) ? chance.Pick(places) : null;
        string departure = chance.Pick(goods.Sources);
        string destination = chance.Happens(0.3) ? reporter.Country : chance.Pick(Atlas.Markets);
        string[] transits = chance.Happens(0.15) ? [chance.Pick<string>(["PA", "DO", "MA", "TR", "CV", "PL"])] : [];
        return new SimulatedCase
        {
            Reporter = reporter,
            Date = date,
            Reported = date.AddDays(3 + (int)chance.LogNormal(8, 0.6)),
            Goods = goods,
            Amount = Math.Max(goods.Unit is "H87" or "STICK" or "ROUND" ? 1 : 0.001, chance.LogNormal(goods.Median, goods.Spread)),
            Departure = chance.Happens(0.75) ? departure : null,
            Transits = [.. transits.Where(t => t != departure && t != reporter.Country && t != destination)],
            Destination = chance.Happens(0.7) ? destination : null,
            Mode = mode,
            Concealment = where?.Code,
            ConcealmentWords = where?.Words,
            Narrative = chance.Happens(0.4) ? chance.Pick(Narratives) : null,
        };
    }
}
