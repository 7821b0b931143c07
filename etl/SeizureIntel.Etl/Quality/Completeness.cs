using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Cases;
using SeizureIntel.Etl.Normalisation;
using SeizureIntel.Values;

namespace SeizureIntel.Etl.Quality;

/// <summary>How much of the exchange template a seizure fills: a label and a score, never a gate.</summary>
/// <remarks>The weights add up to 100. What places and counts a seizure weighs half; how it moved, was hidden and was found weighs the other half,
/// for that is what bulletins are made of and what files lack most.</remarks>
internal static class Completeness
{
    private const int ReportingCountry = 4,
        SeizureDate = 6,
        Country = 6,
        Place = 6,
        PlaceType = 6,
        Direction = 6,
        Mode = 8,
        Heading = 5,
        Product = 9,
        Quantity = 10;
    private const int Departure = 8,
        Destination = 8,
        Concealed = 8,
        Technique = 5,
        Selection = 3,
        Origin = 2;

    /// <summary>The weighted share of known fields, 0 to 100.</summary>
    public static int Score(Case seizureCase, ItemDraft item)
    {
        int score = seizureCase.SeizureDate.Precision == DatePrecision.Day ? SeizureDate : SeizureDate / 2;
        if (seizureCase.ReportingCountry.IsKnown)
            score += ReportingCountry;
        if (seizureCase.Country.IsKnown)
            score += Country;
        if (seizureCase.PlaceName is not null || seizureCase.Unlocode.IsKnown)
            score += Place;
        if (seizureCase.PlaceType.IsKnown)
            score += PlaceType;
        if (seizureCase.Direction.IsKnown)
            score += Direction;
        if (seizureCase.Conveyance.Mode.IsKnown)
            score += Mode;
        if (item.Heading.IsKnown)
            score += Heading;
        if (item.Product.IsKnown)
            score += Product;
        if (IsMeasured(item))
            score += Quantity;
        if (Route.CountryOf(seizureCase, LegRole.Departure).IsKnown)
            score += Departure;
        if (Route.CountryOf(seizureCase, LegRole.Destination).IsKnown)
            score += Destination;
        if (IsConcealmentKnown(seizureCase))
            score += Concealed;
        if (IsAnyKnown(seizureCase.Detection.Techniques))
            score += Technique;
        if (seizureCase.Detection.SelectionBasis.IsKnown)
            score += Selection;
        if (Route.CountryOf(seizureCase, LegRole.Origin).IsKnown)
            score += Origin;
        return score;
    }

    /// <summary>STD where route, concealment and detection are known too, MIN where the minimal fields are, else NONE.</summary>
    public static string Profile(Case seizureCase, ItemDraft item)
    {
        bool isMinimal =
            seizureCase.CaseRef is not null
            && seizureCase.ReportingCountry.IsKnown
            && seizureCase.Country.IsKnown
            && seizureCase.PlaceType.IsKnown
            && seizureCase.Direction.IsKnown
            && seizureCase.Conveyance.Mode.IsKnown
            && item.Heading.IsKnown
            && item.Product.IsKnown
            && IsMeasured(item);
        if (!isMinimal)
            return "NONE";
        bool isStandard =
            Route.CountryOf(seizureCase, LegRole.Departure).IsKnown
            && Route.CountryOf(seizureCase, LegRole.Destination).IsKnown
            && IsConcealmentKnown(seizureCase)
            && IsAnyKnown(seizureCase.Detection.Techniques);
        return isStandard ? "STD" : "MIN";
    }

    // Cash and evaded duty are measured in money: headings H09 and H07.
    private static bool IsMeasured(ItemDraft item) =>
        item.Quantity is not null || (item.Value is not null && item.Heading.Code is "H07" or "H09");

    private static bool IsConcealmentKnown(Case seizureCase) => seizureCase.Concealments.Any(c => c.Where.IsKnown || c.How.IsKnown);

    private static bool IsAnyKnown(IReadOnlyList<Stated> values) => values.Any(v => v.IsKnown);
}
