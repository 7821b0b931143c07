using System;
using SeizureIntel.Values;

namespace SeizureIntel.Reading.Narratives;

/// <summary>What kinds of words the places of concealment are, by their codes. A code stands for those below it, but in
/// <see cref="Outer"/> and <see cref="Grounds"/> for itself alone.</summary>
internal static class PlaceKinds
{
    // The chapters of the places follow the means of transport: sea, rail, road, air, post.
    private static readonly (char Mode, char Chapter)[] Carried = [('1', '6'), ('2', '8'), ('3', '3'), ('4', '7'), ('5', '9')];

    /// <summary>The chapter of the places within what goes by a mode of transport; null where there is none.</summary>
    public static string? ChapterOf(string? mode) =>
        mode is { Length: > 0 } && Array.Find(Carried, c => c.Mode == mode[0]) is { Chapter: not '\0' } found
            ? found.Chapter.ToString()
            : null;

    /// <summary>The mode of transport of what a place is within; null where it is of none.</summary>
    public static string? ModeOf(string place) =>
        Array.Find(Carried, c => c.Chapter == place[0]) is { Mode: not '\0' } found ? found.Mode.ToString() : null;

    /// <summary>The words themselves say that something was hidden: swallowed, soaked, dissolved, buried.</summary>
    public static readonly string[] SaidByThemselves = ["1.1.1", "1.3.1", "1.3.2", "1.3.3", "4.6", "4.7", "6.5.3", "10.2"];

    /// <summary>Places that nobody uses but to hide something: found there, it was hidden, said or not.</summary>
    public static readonly string[] HidingPlaces =
    [
        "1.1.",
        "1.2.3",
        "1.2.4",
        "1.2.8",
        "1.3.",
        "2.1.",
        "2.3",
        "2.4",
        "3.1",
        "3.2",
        "3.3",
        "3.4.",
        "3.5.",
        "3.6.",
        "3.7.",
        "4.1",
        "4.2",
        "4.3.",
        "4.4.",
        "4.5",
        "5.1",
        "5.2",
        "5.3",
        "5.4.",
        "5.5",
        "5.6",
        "5.7",
        "6.1.",
        "6.2",
        "6.3",
        "6.4.2",
        "6.4.5",
        "6.5",
        "6.6",
        "6.7",
        "6.8.",
        "6.9",
        "7.1.",
        "7.2.1",
        "7.3",
        "7.4.",
        "8.1.",
        "8.2.",
        "8.3",
        "9.1",
        "9.3",
        "9.4",
        "9.5",
        "10.1",
        "11",
        "12",
        "13",
    ];

    /// <summary>What holds the thing that holds the goods: told with a place in it, it is none of its own.</summary>
    public static readonly string[] Outer =
    [
        "2",
        "2.1",
        "2.2",
        "2.4",
        "3",
        "3.4.10",
        "3.5",
        "3.6",
        "4",
        "4.1",
        "4.2",
        "4.3",
        "4.4.1",
        "4.4.3",
        "4.4.4",
        "4.4.5",
        "4.4.7",
        "5",
        "5.4",
        "6",
        "6.4",
        "6.4.1",
        "7",
        "7.2",
        "8",
        "8.1",
        "8.2",
        "9.1",
        "9.2",
        "10.4",
        "12.1",
        "12.6",
        "12.7",
        NonValue.Unmapped,
    ];

    /// <summary>Baggage, in which the thing that holds the goods lies: named with one in it, it is none of its own.</summary>
    public static readonly string[] Bags = ["2", "2.1", "2.2", "2.4", "9.1", "9.2"];

    /// <summary>Things in which goods stand only where they were hidden there.</summary>
    public static readonly string[] Holders =
    [
        "1.2",
        "2.1",
        "2.2",
        "2.5",
        "4.4",
        "4.8",
        "4.9",
        "6.4.1",
        "7.2",
        "9.2",
        "2.6.3",
        "2.6.4",
        "2.6.5",
        "2.6.9",
        "2.6.10",
        "2.6.15",
        "2.6.16",
    ];

    /// <summary>What a load may be of.</summary>
    public static readonly string[] Loads = ["2.6", "4.3", "4.8"];

    /// <summary>Words of a chapter that name the ground of the case, not where something was hidden.</summary>
    public static readonly string[] Grounds = ["0", "6"];
}
