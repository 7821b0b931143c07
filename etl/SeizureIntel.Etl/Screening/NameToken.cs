namespace SeizureIntel.Etl.Screening;

/// <summary>A word of a text as a part of a name: what it is, and how much it speaks for one.</summary>
internal readonly record struct NameToken(NameTokenKind Kind, double Weight)
{
    /// <summary>Whether a place stands behind it: in, at.</summary>
    public bool IsLocative { get; init; }

    /// <summary>Whether it makes a name beside it a street's or a firm's.</summary>
    public bool IsHead { get; init; }

    /// <summary>What the lists say of things that bear a person's name: places, coins, works of art, operations.</summary>
    public NameSign Bears { get; init; }

    /// <summary>San, Saint, Święty: a place is called so more often than a person.</summary>
    public bool IsSaint { get; init; }

    /// <summary>Whether it means goods, so that a name beside it is a brand's.</summary>
    public bool IsGoods { get; init; }

    /// <summary>Whether the lists know it as a given name.</summary>
    public bool IsGiven { get; init; }

    /// <summary>Whether a place is called so as well.</summary>
    public bool IsPlace { get; init; }

    /// <summary>Whether a person stands behind it: driver, consignee, named.</summary>
    public bool IsCue { get; init; }

    /// <summary>A common word that has a capital inside a sentence.</summary>
    public bool IsPlain { get; init; }

    /// <summary>Whether the lists leave open if it is a given name or a surname.</summary>
    public bool IsEither { get; init; }

    /// <summary>Whether the lists or their bent forms know it as a name and as nothing else.</summary>
    public bool IsStrong => Kind is NameTokenKind.Given or NameTokenKind.Surname;
}

/// <summary>What a word can be in a name.</summary>
internal enum NameTokenKind
{
    /// <summary>No part of a name; it ends one.</summary>
    Other,
    Given,
    Surname,

    /// <summary>A name that is a common word or a place as well.</summary>
    Weak,

    /// <summary>In no list; its letters are weighed.</summary>
    Unknown,
    Initial,
    Particle,
}
