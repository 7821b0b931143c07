using System.Linq;
using SeizureIntel.Readers;
using SeizureIntel.Storage.Model;
using SeizureIntel.Values;

namespace SeizureIntel.Storage.Keeping;

/// <summary>What a reader may see, as conditions on the rows.</summary>
internal static class Seen
{
    /// <summary>The submissions all of whose cases the reader's countries reported; one without a case is nobody's but who sees every country.</summary>
    public static IQueryable<SubmissionRow> SeenBy(this IQueryable<SubmissionRow> submissions, Reader reader, SeizureContext context)
    {
        if (reader.Countries is null)
            return submissions;
        string[] countries = [.. reader.Countries];
        return submissions.Where(s =>
            context.SubmissionCountries.Any(c => c.SubmissionNumber == s.Number)
            && !context.SubmissionCountries.Any(c => c.SubmissionNumber == s.Number && !countries.Contains(c.Country))
        );
    }

    /// <summary>The cases of the reader's countries up to the reader's marking.</summary>
    public static IQueryable<CaseRow> SeenBy(this IQueryable<CaseRow> cases, Reader reader)
    {
        if (reader.Countries is not null)
        {
            string[] countries = [.. reader.Countries];
            cases = cases.Where(c => countries.Contains(c.ReportingCountry));
        }

        if (reader.Ceiling == Marking.Red)
            return cases;
        string[] labels = Labels(reader);
        return cases.Where(c => labels.Contains(c.Marking));
    }

    /// <summary>The bulletins up to the reader's marking.</summary>
    public static IQueryable<BulletinRow> SeenBy(this IQueryable<BulletinRow> bulletins, Reader reader)
    {
        if (reader.Ceiling == Marking.Red)
            return bulletins;
        string[] labels = Labels(reader);
        return bulletins.Where(b => labels.Contains(b.Marking));
    }

    // A label that is none of the five reads as red, so it is in no list but that of who may see red.
    private static string[] Labels(Reader reader) => [.. Markings.All.Take((int)reader.Ceiling + 1)];
}
