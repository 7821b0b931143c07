using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Analytics.Trends;

/// <summary>Cases of one subject in each period of a study.</summary>
internal sealed class CountSeries
{
    /// <summary>A series of a subject.</summary>
    public CountSeries(
        IReadOnlyList<(string Field, string Code)> subject,
        string? dimension,
        int[] counts,
        IReadOnlyList<(string Reporter, int Cases)> reporters
    )
    {
        Subject = subject;
        Dimension = dimension;
        Counts = counts;
        Reporters = reporters;
        Id = string.Join('|', subject.Select(s => s.Field + "=" + s.Code));
        foreach ((string field, string code) in subject)
        {
            if (field == "heading")
                Heading = code;
            else if (field == "product")
                Product = code;
            else if (field == "reporting_country")
                Reporter = code;
        }

        Base = Product is null ? Heading : Heading + "|" + Product;
        foreach (int count in counts)
            Total += count;
    }

    /// <summary>What is counted: heading, product where one is meant, and one more field where it is a cross.</summary>
    public IReadOnlyList<(string Field, string Code)> Subject { get; }

    /// <summary>The field that the goods are crossed with; null where there is none.</summary>
    public string? Dimension { get; }

    /// <summary>Cases a period, oldest first.</summary>
    public int[] Counts { get; }

    /// <summary>Cases by reporting country, those with any.</summary>
    public IReadOnlyList<(string Reporter, int Cases)> Reporters { get; }

    /// <summary>Cases in all.</summary>
    public int Total { get; }

    /// <summary>The subject as one text.</summary>
    public string Id { get; }

    /// <summary>Heading of the goods; empty for all goods.</summary>
    public string Heading { get; } = "";

    /// <summary>Product of the goods; null for all of the heading.</summary>
    public string? Product { get; }

    /// <summary>The goods alone, without the cross.</summary>
    public string Base { get; }

    /// <summary>The only reporter; null where there may be several.</summary>
    public string? Reporter { get; }

    /// <summary>The subject as findings state it.</summary>
    public Dictionary<string, IReadOnlyList<string>> SubjectOfFinding()
    {
        var subject = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach ((string field, string code) in Subject)
            subject[field] = [code];
        return subject;
    }
}
