namespace SeizureIntel.Etl.Screening;

/// <summary>What a word says about the words beside it.</summary>
internal enum Trigger
{
    /// <summary>Mr, Señor, господин: one capitalised word behind it is a name.</summary>
    Title,

    /// <summary>A title that is a common word elsewhere (Pan, Bay, M): counts only in its own language.</summary>
    UnsureTitle,

    /// <summary>Sergeant, комиссар: the same, of an officer.</summary>
    OfficerTitle,

    /// <summary>Driver, sospechoso: two capitalised words behind it are a name.</summary>
    Role,

    /// <summary>A role in a language that writes every noun with a capital: a known given name must follow.</summary>
    GermanRole,

    /// <summary>A role in Russian or Ukrainian: initials or a surname's ending must follow.</summary>
    SlavicRole,

    /// <summary>A role in Arabic: a known given name must follow.</summary>
    ArabicRole,

    /// <summary>Officer, inspector: two capitalised words behind it are an officer's name.</summary>
    OfficerRole,

    /// <summary>Named, alias, llamado: what follows is a name.</summary>
    Named,

    /// <summary>"as" of "identified as", "nombre" of "de nombre": named, if the word before agrees.</summary>
    NamedAfterPair,

    /// <summary>adlı, isimli: what stands before is a name.</summary>
    NamedBefore,

    /// <summary>GmbH, Ltda: what stands before is a company.</summary>
    CompanySuffix,

    /// <summary>MV, M/T: what follows is a vessel's name.</summary>
    VesselPrefix,

    /// <summary>Buque, судно: a name in quotation marks behind it is a vessel's.</summary>
    VesselWord,
}
