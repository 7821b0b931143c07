using System;
using SeizureIntel.Cases;
using SeizureIntel.Storage.Model;

namespace SeizureIntel.Storage.Keeping;

/// <summary>Legs, concealments, tokens and hashes into their rows and back.</summary>
internal static class ChildRows
{
    private static readonly string[] Roles = ["ORIGIN", "DEPARTURE", "TRANSIT", "DISCOVERY", "DESTINATION"];

    public static void Fill(RouteLegRow row, RouteLeg from, long caseNumber, int position)
    {
        row.CaseNumber = caseNumber;
        row.Position = position;
        row.Role = Roles[(int)from.Role];
        (row.Country, row.CountryText) = (Written.Code(from.Country), from.Country.Text);
        (row.Place, row.PlaceText) = (Written.Code(from.Place), from.Place.Text);
    }

    public static RouteLeg Read(RouteLegRow row) =>
        new((LegRole)Array.IndexOf(Roles, row.Role), Written.Read(row.Country, row.CountryText), Written.Read(row.Place, row.PlaceText));

    public static void Fill(ConcealmentRow row, Concealment from, long caseNumber, int position)
    {
        row.CaseNumber = caseNumber;
        row.Position = position;
        (row.Concealment, row.ConcealmentText) = (Written.Code(from.Where), from.Where.Text);
        (row.ConcealmentHow, row.ConcealmentHowText) = (Written.Code(from.How), from.How.Text);
        (row.ConcealmentLevel, row.ConcealmentLevelText) = (Written.Code(from.Level), from.Level.Text);
    }

    public static Concealment Read(ConcealmentRow row) =>
        new(
            Written.Read(row.Concealment, row.ConcealmentText),
            Written.Read(row.ConcealmentHow, row.ConcealmentHowText),
            Written.Read(row.ConcealmentLevel, row.ConcealmentLevelText)
        );

    public static void Fill(TokenRow row, ConveyanceToken from, long caseNumber, int position)
    {
        row.CaseNumber = caseNumber;
        row.Position = position;
        row.Kind = from.Kind;
        row.Value = from.Value;
    }

    public static void Fill(SerialHashRow row, string hash, long caseNumber, int item, int position)
    {
        row.CaseNumber = caseNumber;
        row.Item = item;
        row.Position = position;
        row.Value = hash;
    }

    public static ConveyanceToken Read(TokenRow row) => new(row.Kind, row.Value);
}
