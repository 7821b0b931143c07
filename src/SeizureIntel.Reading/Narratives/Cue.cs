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
}
