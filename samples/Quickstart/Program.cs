// The sample comes with the connector it shows.
return 0;
