"""What readers get. Every function that answers a page has the shape `(request, page, rest)`; `rest` is the path below it."""
