namespace SeizureIntel.Reading.Narratives;

/// <summary>Kinds of words in <c>etl/codelists/lexicons/narrative_cues.csv</c>.</summary>
internal static class Cue
{
    /// <summary>Words that tell a text's language.</summary>
    public const string Language = "language";

    /// <summary>Goods were hidden.</summary>
    public const string Hide = "hide";

    /// <summary>Goods were seized or found.</summary>
    public const string Seize = "seize";

    /// <summary>What follows is the place or the cover.</summary>
    public const string Inside = "inside";

    /// <summary>Words that look like another cue and are none.</summary>
    public const string Plain = "plain";

    /// <summary>What stands before it holds the goods that follow: with, containing.</summary>
    public const string Holds = "holds";

    /// <summary>The sentence speaks of what happens at large.</summary>
    public const string General = "general";

    /// <summary>The place it came from follows.</summary>
    public const string Departure = "departure";

    /// <summary>A place on the way follows.</summary>
    public const string Transit = "transit";

    /// <summary>The place it was bound for follows.</summary>
    public const string Destination = "destination";

    /// <summary>The sentence tells of a movement.</summary>
    public const string Move = "move";

    /// <summary>An amount follows.</summary>
    public const string Weigh = "weigh";

    /// <summary>The goods that served as cover follow.</summary>
    public const string Cover = "cover";

    /// <summary>A number before it counts packages.</summary>
    public const string Package = "package";

    /// <summary>A number before it counts money, age, people or time.</summary>
    public const string Other = "other";

    /// <summary>A number written as a word; its code is the number.</summary>
    public const string Number = "number";

    /// <summary>A word that multiplies the number before it; its code is the factor.</summary>
    public const string Times = "times";

    /// <summary>How well the hiding place was made; its code is the level.</summary>
    public const string Level = "level";

    /// <summary>A number before it counts cases.</summary>
    public const string Case = "case";

    /// <summary>What follows in the clause is a part of what was told.</summary>
    public const string Part = "part";

    /// <summary>A product code whose words mean too many other things in an account.</summary>
    public const string NotGoods = "not_goods";

    /// <summary>"From" where "to" and a place follow its place, and nowhere else.</summary>
    public const string From = "from";

    /// <summary>"To" right behind a place that the goods came from.</summary>
    public const string To = "to";

    /// <summary>The name of towns in several countries.</summary>
    public const string NotPlace = "not_place";

    /// <summary>A word of another language for a carrier, which means something else in accounts.</summary>
    public const string NotCarrier = "not_carrier";

    /// <summary>A word that means a unit in a cell of units alone.</summary>
    public const string NotUnit = "not_unit";

    /// <summary>A word whose full stop ends no sentence.</summary>
    public const string Abbreviation = "abbreviation";

    /// <summary>The account tells that nothing was found.</summary>
    public const string Nothing = "nothing";

    /// <summary>How goods or who bore them travelled; its code is the mode of transport.</summary>
    public const string Mode = "mode";

    /// <summary>What means one hiding place in a car means another in other carriers; the phrase is the place and the carrier's chapter.</summary>
    public const string Within = "within";

    /// <summary>A house, a flat, a store: the ground of a search.</summary>
    public const string Premises = "premises";

    /// <summary>A flight, a route, a line: two places with a dash beside it are its ends.</summary>
    public const string Leg = "leg";

    /// <summary>A border, a bridge, a joint operation: two places beside it are no way.</summary>
    public const string Boundary = "boundary";

    /// <summary>Joins the words of a number.</summary>
    public const string And = "and";

    /// <summary>Parts the decimals of a number written in words.</summary>
    public const string Point = "point";
}
