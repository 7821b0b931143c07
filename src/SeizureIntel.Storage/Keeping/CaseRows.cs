using System.Collections.Generic;
using SeizureIntel.Cases;
using SeizureIntel.Storage.Model;
using SeizureIntel.Values;

namespace SeizureIntel.Storage.Keeping;

/// <summary>A case into its row and back. The row object is used again for the next case: nothing is allocated while writing.</summary>
internal static class CaseRows
{
    public static void Fill(CaseRow row, Case from, long caseNumber, long submissionNumber)
    {
        row.CaseNumber = caseNumber;
        row.Id = from.Id;
        row.SubmissionNumber = submissionNumber;
        row.CaseRef = from.CaseRef;
        row.RepeatsCaseRef = from.RepeatsCaseRef;
        row.SeizureDate = from.SeizureDate.Start;
        row.DatePrecision = Written.Precision(from.SeizureDate.Precision);
        row.ReportedDate = from.ReportedDate;
        row.PlaceName = from.PlaceName;
        row.Latitude = from.Latitude;
        row.Longitude = from.Longitude;
        row.CoverGoods = from.CoverGoods;
        row.Narrative = from.Narrative;
        row.PersonsIntercepted = from.PersonsIntercepted;
        row.Marking = from.Marking.Label();
        row.Operation = from.Operation;
        row.AlertRef = from.AlertRef;
        (row.ReportingCountry, row.ReportingCountryText) = (Written.Code(from.ReportingCountry), from.ReportingCountry.Text);
        (row.ReportingService, row.ReportingServiceText) = (Written.Code(from.ReportingService), from.ReportingService.Text);
        (row.Country, row.CountryText) = (Written.Code(from.Country), from.Country.Text);
        (row.Admin1, row.Admin1Text) = (Written.Code(from.Admin1), from.Admin1.Text);
        (row.Unlocode, row.UnlocodeText) = (Written.Code(from.Unlocode), from.Unlocode.Text);
        (row.PlaceType, row.PlaceTypeText) = (Written.Code(from.PlaceType), from.PlaceType.Text);
        (row.BorderContext, row.BorderContextText) = (Written.Code(from.BorderContext), from.BorderContext.Text);
        (row.Direction, row.DirectionText) = (Written.Code(from.Direction), from.Direction.Text);
        (row.TrafficType, row.TrafficTypeText) = (Written.Code(from.TrafficType), from.TrafficType.Text);
        (row.CustomsProcedure, row.CustomsProcedureText) = (Written.Code(from.CustomsProcedure), from.CustomsProcedure.Text);
        (row.DeclarationStatus, row.DeclarationStatusText) = (Written.Code(from.DeclarationStatus), from.DeclarationStatus.Text);
        (row.ModeOfTransport, row.ModeOfTransportText) = (Written.Code(from.Conveyance.Mode), from.Conveyance.Mode.Text);
        (row.ConveyanceType, row.ConveyanceTypeText) = (Written.Code(from.Conveyance.Kind), from.Conveyance.Kind.Text);
        (row.FlagCountry, row.FlagCountryText) = (Written.Code(from.Conveyance.Flag), from.Conveyance.Flag.Text);
        (row.SelectionBasis, row.SelectionBasisText) = (Written.Code(from.Detection.SelectionBasis), from.Detection.SelectionBasis.Text);
        (row.Disposition, row.DispositionText) = (Written.Code(from.Disposition), from.Disposition.Text);
        (row.Prosecution, row.ProsecutionText) = (Written.Code(from.Prosecution), from.Prosecution.Text);
        (row.Conviction, row.ConvictionText) = (Written.Code(from.Conviction), from.Conviction.Text);
        (row.TraceStatus, row.TraceStatusText) = (Written.Code(from.TraceStatus), from.TraceStatus.Text);
        (row.DetectionTechnique, row.DetectionTechniqueText) = (
            Written.Codes(from.Detection.Techniques),
            Written.Texts(from.Detection.Techniques)
        );
        (row.RiskIndicators, row.RiskIndicatorsText) = (Written.Codes(from.RiskIndicators), Written.Texts(from.RiskIndicators));
        (row.Nationalities, row.NationalitiesText) = (Written.Codes(from.Nationalities), Written.Texts(from.Nationalities));
        (row.Handling, row.HandlingText) = (Written.Codes(from.Handling), Written.Texts(from.Handling));
    }

    public static Case Read(
        CaseRow row,
        string submissionId,
        string source,
        IReadOnlyList<RouteLeg> legs,
        IReadOnlyList<Concealment> concealments,
        IReadOnlyList<Seizure> seizures
    ) =>
        new()
        {
            Id = row.Id,
            SubmissionId = submissionId,
            Source = source,
            CaseRef = row.CaseRef,
            RepeatsCaseRef = row.RepeatsCaseRef,
            SeizureDate = new(row.SeizureDate, Written.ReadPrecision(row.DatePrecision)),
            ReportedDate = row.ReportedDate,
            PlaceName = row.PlaceName,
            Latitude = row.Latitude,
            Longitude = row.Longitude,
            CoverGoods = row.CoverGoods,
            Narrative = row.Narrative,
            PersonsIntercepted = (int?)row.PersonsIntercepted,
            Marking = Markings.Find(row.Marking) ?? Marking.Red,
            Operation = row.Operation,
            AlertRef = row.AlertRef,
            Legs = legs,
            Concealments = concealments,
            Seizures = seizures,
            ReportingCountry = Written.Read(row.ReportingCountry, row.ReportingCountryText),
            ReportingService = Written.Read(row.ReportingService, row.ReportingServiceText),
            Country = Written.Read(row.Country, row.CountryText),
            Admin1 = Written.Read(row.Admin1, row.Admin1Text),
            Unlocode = Written.Read(row.Unlocode, row.UnlocodeText),
            PlaceType = Written.Read(row.PlaceType, row.PlaceTypeText),
            BorderContext = Written.Read(row.BorderContext, row.BorderContextText),
            Direction = Written.Read(row.Direction, row.DirectionText),
            TrafficType = Written.Read(row.TrafficType, row.TrafficTypeText),
            CustomsProcedure = Written.Read(row.CustomsProcedure, row.CustomsProcedureText),
            DeclarationStatus = Written.Read(row.DeclarationStatus, row.DeclarationStatusText),
            Disposition = Written.Read(row.Disposition, row.DispositionText),
            Prosecution = Written.Read(row.Prosecution, row.ProsecutionText),
            Conviction = Written.Read(row.Conviction, row.ConvictionText),
            TraceStatus = Written.Read(row.TraceStatus, row.TraceStatusText),
            Conveyance = new(
                Written.Read(row.ModeOfTransport, row.ModeOfTransportText),
                Written.Read(row.ConveyanceType, row.ConveyanceTypeText),
                Written.Read(row.FlagCountry, row.FlagCountryText)
            ),
            Detection = new(
                Written.Read(row.SelectionBasis, row.SelectionBasisText),
                Written.ReadMany(row.DetectionTechnique, row.DetectionTechniqueText)
            ),
            RiskIndicators = Written.ReadMany(row.RiskIndicators, row.RiskIndicatorsText),
            Nationalities = Written.ReadMany(row.Nationalities, row.NationalitiesText),
            Handling = Written.ReadMany(row.Handling, row.HandlingText),
        };
}
