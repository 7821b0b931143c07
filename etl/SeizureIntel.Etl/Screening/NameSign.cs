using System;

namespace SeizureIntel.Etl.Screening;

/// <summary>What the lists say of a word.</summary>
[Flags]
internal enum NameSign
{
    None = 0,
    Given = 1,
    Surname = 2,

    /// <summary>A name of which the lists do not say whether it is given or a family's.</summary>
    Name = 4,
    AnyName = Given | Surname | Name,

    /// <summary>A place's name of one word.</summary>
    Place = 8,

    /// <summary>A make, drug, office, day, month or the like, which no name holds.</summary>
    Never = 16,

    /// <summary>A word beside which a name is a street's, an airport's or a firm's.</summary>
    Head = 32,

    /// <summary>The first word of a place's or brand's name of several words.</summary>
    Opens = 64,

    /// <summary>A word behind which a place stands: in, at, near.</summary>
    Locative = 128,

    /// <summary>A small word inside a name: de, van, bin.</summary>
    Particle = 256,

    /// <summary>A syllable of Chinese in Latin letters.</summary>
    Syllable = 512,

    /// <summary>Goods: a name right beside them is a brand's.</summary>
    Goods = 2048,

    /// <summary>San, Saint: opens the name of a place.</summary>
    Saint = 4096,

    /// <summary>A role or "named": a person's name stands behind it.</summary>
    Cue = 8192,

    /// <summary>A land, which a surname may be as well.</summary>
    Land = 1024,

    /// <summary>A place that is called after persons: bridge, province, motorway services.</summary>
    Site = 16384,

    /// <summary>Coins, icons, prints: a name behind them is whom they show.</summary>
    Depicts = 32768,

    /// <summary>Attributed, signed: beside a work of art a name behind is its maker's.</summary>
    Author = 65536,

    /// <summary>A work of art.</summary>
    Art = 131072,

    /// <summary>Operation: what is quoted beside it is its name.</summary>
    Operation = 262144,

    /// <summary>A ruler's or pope's title: a numeral behind the name beside it is no initial.</summary>
    Ruler = 524288,

    /// <summary>A place where people are stopped and which hardly anybody's name is given to: border, terminal, gate.</summary>
    Spot = 1048576,

    /// <summary>All words of a place's or brand's name of several.</summary>
    Phrase = 2097152,

    /// <summary>The name of an airport or a bridge that is called after somebody.</summary>
    Memorial = 4194304,
}
