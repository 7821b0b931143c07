namespace SeizureIntel.Reading.Words;

/// <summary>What a token is made of.</summary>
internal enum TokenKind
{
    /// <summary>Letters of an alphabet, digits behind them included.</summary>
    Word,

    /// <summary>Digits, with the marks that group them or part off decimals.</summary>
    Number,

    /// <summary>One Chinese character.</summary>
    Han,
}
