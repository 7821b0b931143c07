using System.Collections.Generic;
using SeizureIntel.Submissions;
using SeizureIntel.Values;

namespace SeizureIntel.Etl.Normalisation;

/// <summary>Values in money.</summary>
internal static class Money
{
    /// <summary>The value in its currency; null with an issue where it is not above zero or has no currency.</summary>
    public static Quantity? Read(int row, decimal value, Stated currency, List<Issue> issues)
    {
        if (value <= 0)
        {
            issues.Add(new Issue(row, "value", IssueCode.NotPositive, null));
            return null;
        }

        if (currency.IsKnown)
            return new Quantity(value, currency.Code);
        if (currency.Code != NonValue.Unmapped)
            issues.Add(new Issue(row, "currency", IssueCode.MissingUnit, null));
        return null;
    }
}
