using System.Collections.Generic;
using SeizureIntel.Submissions;
using SeizureIntel.Values;

namespace SeizureIntel.Etl.Normalisation;

/// <summary>Values in money.</summary>
internal static class Money
{
    /// <summary>The value in its currency; null with an issue where it is not above zero, has no currency, or its cell names another one than the
    /// column of currencies.</summary>
    /// <param name="row">The row.</param>
    /// <param name="value">The amount.</param>
    /// <param name="currency">What the column of currencies states.</param>
    /// <param name="named">What the cell of the amount names.</param>
    /// <param name="issues">Told what is wrong.</param>
    public static Quantity? Read(int row, decimal value, Stated currency, Stated named, List<Issue> issues)
    {
        if (value <= 0)
        {
            issues.Add(new Issue(row, "value", IssueCode.NotPositive, null));
            return null;
        }

        if (currency.IsKnown && named.IsKnown && named.Code != currency.Code)
        {
            issues.Add(new Issue(row, "value", IssueCode.Contradiction, named.Text));
            return null;
        }

        if (!currency.IsKnown && named.IsKnown)
            currency = named;
        if (currency.IsKnown)
            return new Quantity(value, currency.Code);
        if (currency.Code != NonValue.Unmapped)
            issues.Add(new Issue(row, "currency", IssueCode.MissingUnit, null));
        return null;
    }
}
