// Made by `npm run gen` from the files of this folder. Do not edit.

export const shelf = {

}
