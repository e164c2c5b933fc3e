using Quickstart;

namespace Sluice.Quickstart.Tests;

/// <summary>The HR database through each of its three connectors.</summary>
internal static class Shapes
{
    public static readonly string[] All = ["iterator", "handler", "page"];

    public static IConnectorFacade Connect(string shape, string path, int pageSize = 200)
    {
        var configuration = new HrConfiguration { DataSource = path, PageSize = pageSize };
        var settings = new FacadeSettings { DefaultPageSize = pageSize };
        return shape switch
        {
            "iterator" => HrConnector.CreateFacade(configuration, settings: settings),
            "handler" => HrHandlerConnector.CreateFacade(configuration, settings: settings),
            _ => HrPageConnector.CreateFacade(configuration, settings: settings),
        };
    }
}
