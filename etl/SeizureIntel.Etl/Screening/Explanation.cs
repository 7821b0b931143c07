namespace SeizureIntel.Etl.Screening;

/// <summary>What a word of <c>explanations.csv</c> says of a number beside it.</summary>
internal enum Explanation
{
    /// <summary>A unit or goods that are counted, where no ending shows it: the number before it is a quantity.</summary>
    Counted,

    /// <summary>The same, grown together with its digits: 3rd, 2º.</summary>
    Ordinal,

    /// <summary>A word before a quantity: about, total, qty.</summary>
    CountBefore,

    /// <summary>A booking or its like: a code stands behind it.</summary>
    Announcer,

    /// <summary>An ending of words for several things: cartons, paczek, коробок.</summary>
    CountedEnding,

    /// <summary>A word that ends a phrase, or that only looks like several things: was, from, dans.</summary>
    NotCounted,

    /// <summary>A currency: the number beside it is an amount.</summary>
    Money,

    /// <summary>A law, a tariff or a standard, whose number stands behind it.</summary>
    Reference,

    /// <summary>The same, with the number before it.</summary>
    ReferenceBehind,

    /// <summary>A bar code or its like: the thirteen digits behind it are of goods.</summary>
    BarCode,

    /// <summary>A series: the number behind it is a batch where the text tells of doses or of an expiry, else it may be a document's.</summary>
    Batch,

    /// <summary>A dose, an ampoule, an expiry.</summary>
    Dose,

    /// <summary>A road or a place on it.</summary>
    Road,

    /// <summary>Letters with which names of goods begin: RTX, JWH, DN.</summary>
    Designation,

    /// <summary>Goods that are told by their model's letters and digits.</summary>
    Modelled,

    /// <summary>A role, a person or a document: the number beside it is somebody's.</summary>
    Holder,

    /// <summary>A seal, a permit of species, a substance's registry: the number behind it is nobody's, whatever its form.</summary>
    Thing,

    /// <summary>A month, in words or short.</summary>
    Month,

    /// <summary>The shape of a code that goods or dates have: 0 a digit, A a letter.</summary>
    Form,
}
