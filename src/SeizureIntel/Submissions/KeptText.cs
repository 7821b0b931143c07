namespace SeizureIntel.Submissions;

/// <summary>How a text that is kept is screened again.</summary>
public enum KeptText
{
    /// <summary>An account, or cover goods: what is personal is masked.</summary>
    Prose,

    /// <summary>A name of a place.</summary>
    Place,

    /// <summary>Words that no code list explains.</summary>
    Words,

    /// <summary>A contributor's own reference.</summary>
    Reference,

    /// <summary>The name of a file.</summary>
    FileName,
}
