using System.Collections.Generic;
using System.IO;
using SeizureIntel.Synthetic.Region;

namespace SeizureIntel.Synthetic.Files;

/// <summary>Writes a reporter's cases in the reporter's own shape, with the defects that such files have.</summary>
internal static class ReportFile
{
    /// <summary>True where a format has room for the goods.</summary>
    public static bool CanReport(FileFormat format, SimulatedGoods goods) =>
        format switch
        {
            FileFormat.IndividualDrugSeizures => goods.Heading == "H01",
            FileFormat.Fortaleza or FileFormat.ColombiaJson => goods.Product is "cocaine" or "cannabis_herb",
            _ => true,
        };

    /// <summary>Writes the file; returns its path and the source it is written as.</summary>
    public static (string Path, string Source) Write(string folder, Reporter reporter, IReadOnlyList<SimulatedCase> cases, Chance chance)
    {
        string Named(string source, string ending) => Path.Combine(folder, $"{source}-{reporter.Country.ToLowerInvariant()}{ending}");
        switch (reporter.Format)
        {
            case FileFormat.TemplateWorkbook:
                string workbook = Named("template", ".xlsx");
                WorkbookFile.Write(workbook, TemplateRows.Header, TemplateRows.Of(reporter, cases, chance));
                return (workbook, "template");
            case FileFormat.IndividualDrugSeizures:
                string drugs = Named("unodc-ids", ".csv");
                DelimitedReport.Write(drugs, ';', DrugSeizureRows.Header, DrugSeizureRows.Of(reporter, cases, chance));
                return (drugs, "unodc-ids");
            case FileFormat.Fortaleza:
                string daily = Named("brazil-fortaleza", ".csv");
                DelimitedReport.Write(daily, ',', NationalRows.FortalezaHeader, NationalRows.Fortaleza(cases, chance));
                return (daily, "brazil-fortaleza");
            case FileFormat.ColombiaJson:
                string list = Named("colombia-estupefacientes", ".json");
                File.WriteAllText(list, NationalRows.Colombia(reporter, cases));
                return (list, "colombia-estupefacientes");
            default:
                string template = Named("template", ".csv");
                DelimitedReport.Write(template, ',', TemplateRows.Header, TemplateRows.Of(reporter, cases, chance));
                return (template, "template");
        }
    }
}
