using System.Linq;
using SeizureIntel.Readers;
using SeizureIntel.Storage.Model;
using SeizureIntel.Values;

namespace SeizureIntel.Storage.Keeping;

/// <summary>What a reader may see, as conditions on the rows.</summary>
internal static class Seen
{
    /// <summary>The submissions all of whose cases the reader may see, and those of the reader's office; one without a case is nobody's but its office's
    /// and who sees every country.</summary>
    public static IQueryable<SubmissionRow> SeenBy(this IQueryable<SubmissionRow> submissions, Reader reader, SeizureContext context)
    {
        submissions = submissions.Where(s => s.ErasedAt == null);
        if (reader is { Countries: null, Ceiling: Marking.Red })
            return submissions;
        string[] labels = Labels(reader);
        string office = reader.Office ?? "";
        if (reader.Countries is null)
            return submissions.Where(s => (office != "" && s.SentBy == office) || labels.Contains(s.Marking));
        string[] countries = [.. reader.Countries];
        return submissions.Where(s =>
            (office != "" && s.SentBy == office)
            || (
                labels.Contains(s.Marking)
                && context.SubmissionCountries.Any(c => c.SubmissionNumber == s.Number)
                && !context.SubmissionCountries.Any(c => c.SubmissionNumber == s.Number && !countries.Contains(c.Country))
            )
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

    /// <summary>The decisions on records that the reader may see.</summary>
    public static IQueryable<DecisionRow> SeenBy(this IQueryable<DecisionRow> decisions, Reader reader)
    {
        if (reader.Countries is not null)
        {
            string[] countries = [.. reader.Countries];
            decisions = decisions.Where(d => countries.Contains(d.ReportingCountry));
        }

        string[] labels = Labels(reader);
        return reader.Ceiling == Marking.Red ? decisions : decisions.Where(d => labels.Contains(d.Marking));
    }

    /// <summary>The questions on records that the reader may see.</summary>
    public static IQueryable<QuestionRow> SeenBy(this IQueryable<QuestionRow> questions, Reader reader)
    {
        if (reader.Countries is not null)
        {
            string[] countries = [.. reader.Countries];
            questions = questions.Where(q => countries.Contains(q.ReportingCountry));
        }

        string[] labels = Labels(reader);
        return reader.Ceiling == Marking.Red ? questions : questions.Where(q => labels.Contains(q.Marking));
    }

    /// <summary>The saved searches of the reader's office.</summary>
    public static IQueryable<SavedSearchRow> SeenBy(this IQueryable<SavedSearchRow> searches, Reader reader)
    {
        string? office = reader.Office;
        return office is null ? searches : searches.Where(s => s.OfficeId == office);
    }

    /// <summary>What was told to the reader's office, looking no further than the reader may.</summary>
    public static IQueryable<NoticeRow> SeenBy(this IQueryable<NoticeRow> notices, Reader reader)
    {
        string? office = reader.Office;
        if (office is not null)
            notices = notices.Where(n => n.OfficeId == office);
        string[] labels = Labels(reader);
        return reader.Ceiling == Marking.Red ? notices : notices.Where(n => labels.Contains(n.Ceiling));
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
