using SeizureIntel.Watches;
using SeizureIntel.Workbench.Watches;

namespace SeizureIntel.Dashboards.Frame;

/// <summary>Watches in words.</summary>
internal static class WatchWords
{
    /// <summary>"7 new seizures in 4 cases".</summary>
    public static string Matches(PageTexts texts, NoticeAnswer notice) =>
        notice.Seizures == 1
            ? texts["watches.oneMatch"]
            : texts["watches.newMatches", texts.Count(notice.Seizures), texts.Count(notice.Cases)];

    /// <summary>How a watch tells; "does not tell" for none.</summary>
    public static string Telling(PageTexts texts, WatchState? watch)
    {
        if (watch is null)
            return texts["watches.silent"];
        if (watch.MutedUntil is { } muted)
            return texts["watches.mutedUntil", Moments.Of(muted)];
        string often = texts[Often(watch.Digest)];
        return watch.CooldownHours > 0 ? texts["watches.withCooldown", often, watch.CooldownHours] : often;
    }

    /// <summary>The name of the text that says how often.</summary>
    public static string Often(Digest digest) =>
        digest switch
        {
            Digest.Daily => "watches.daily",
            Digest.Weekly => "watches.weekly",
            _ => "watches.atOnce",
        };

    /// <summary>"would have told 14 times in 90 days".</summary>
    public static string Trial(PageTexts texts, WatchTrialAnswer trial) =>
        trial.Times switch
        {
            0 => texts["watches.trialNever", trial.Days],
            1 => texts["watches.trialOnce", trial.Days, texts.Count(trial.Seizures)],
            _ => texts["watches.trial", texts.Count(trial.Times), trial.Days, texts.Count(trial.Seizures)],
        };
}
